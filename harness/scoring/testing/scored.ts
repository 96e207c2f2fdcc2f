import { emptyEvidence, type Result } from '../../result.ts';

/** A result of so many points out of a hundred, for content of one letter. */
export function scored(score: number | null, content = 'a', changed: Partial<Result> = {}): Result {
  const text = { ko: '글', en: 'text' };
  const broken = { outcome: 'error', reason: { code: 'ENGINE_START', message: text } } as const;
  return {
    schema: 'drydock/result/v1',
    student: 'kim',
    assignment: 'build-noderun',
    assignmentTitle: text,
    script: 'solution.sh',
    outcome: 'graded',
    reason: null,
    ...(score === null ? broken : {}),
    score,
    max: 100,
    checks: [],
    submissionHash: `sha256:${content.repeat(64)}`,
    graderVersion: '1',
    images: {},
    standIns: [],
    engineVersion: null,
    startedAt: '2026-05-08T15:00:00.000Z',
    phases: { prepare: 0, boot: 0, replay: 0, checks: 0 },
    evidence: emptyEvidence(),
    ...changed,
  };
}
