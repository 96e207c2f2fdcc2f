import { emptyEvidence, type Result } from '../../result.ts';

/** A graded result of 60 of 100 points. */
export function gradedResult(changed: Partial<Result> = {}): Result {
  const check = { title: { ko: '검사', en: 'Check' }, line: null, needs: [], durationMs: 1 };
  const message = { ko: '없습니다.', en: 'There is none.' };
  return {
    schema: 'drydock/result/v1',
    student: 'kim',
    assignment: 'build-noderun',
    assignmentTitle: { ko: '이미지', en: 'Image' },
    script: 'solution.sh',
    outcome: 'graded',
    reason: null,
    score: 60,
    max: 100,
    checks: [
      { ...check, id: 'built', status: 'passed', points: 60, max: 60, messageId: null, message: null },
      { ...check, id: 'runs', status: 'failed', points: 0, max: 40, messageId: 'absent', message },
    ],
    submissionHash: `sha256:${'0'.repeat(64)}`,
    graderVersion: '1',
    images: { 'node:20-alpine3.17': `sha256:${'1'.repeat(64)}` },
    standIns: [],
    engineVersion: '26.1.5',
    startedAt: '2026-03-02T09:00:00.000Z',
    phases: { prepare: 0, boot: 900, replay: 800, checks: 300 },
    evidence: emptyEvidence(),
    ...changed,
  };
}

/** The machine failed: no score. */
export function brokenResult(changed: Partial<Result> = {}): Result {
  const reason = { code: 'ENGINE_START', message: { ko: '엔진이 멈췄습니다.', en: 'The engine is gone.' } };
  return gradedResult({ outcome: 'error', score: null, checks: [], reason, ...changed });
}
