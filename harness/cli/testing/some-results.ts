import { emptyEvidence, type Result } from '../../result.ts';

/** A result of one check, all points won. */
export function fullResult(changed: Partial<Result> = {}): Result {
  return {
    ...{ schema: 'drydock/result/v1', student: 'choi', assignment: 'smoke' },
    assignmentTitle: { ko: '연기', en: 'Smoke' },
    script: 'solution.sh',
    ...{ outcome: 'graded', reason: null, score: 100, max: 100 },
    checks: [
      {
        ...{ id: 'image', title: { ko: '이미지', en: 'The image' }, status: 'passed', points: 100, max: 100 },
        ...{ messageId: null, message: null, line: null, needs: [], durationMs: 1 },
      },
    ],
    ...{ submissionHash: null, graderVersion: '1', images: {}, standIns: [], engineVersion: '26.1.5' },
    startedAt: '2026-03-02T09:00:00.000Z',
    phases: { prepare: 0, boot: 1, replay: 1, checks: 1 },
    evidence: emptyEvidence(),
    ...changed,
  };
}

/** A class of three: one with a failed check, one without a submission, one with all points. */
export function someResults(): Result[] {
  const [passed] = fullResult().checks;
  const message = { ko: '`docker build` 를 실행하세요.', en: 'Run `docker build`.' };
  const failed = { ...passed, status: 'failed', points: 0, messageId: 'noImage', message, line: 2 };
  return [
    fullResult({ student: 'kim', score: 0, checks: [failed as Result['checks'][number]] }),
    missingResult('lee'),
    fullResult(),
  ];
}

/** A submission that was not there. */
export function missingResult(student: string): Result {
  const reason = { code: 'NO_SCRIPT', message: { ko: '없습니다.', en: 'There is none.' } };
  return fullResult({ student, outcome: 'missing', score: 0, checks: [], reason });
}

/** A machine that failed. */
export function brokenResult(): Result {
  const reason = { code: 'ENGINE_START', message: { ko: '엔진이 멈췄습니다.', en: 'The engine is gone.' } };
  return fullResult({ student: 'park', outcome: 'error', score: null, checks: [], reason });
}
