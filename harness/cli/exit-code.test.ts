import { describe, expect, test } from 'vitest';
import { GraderError, SandboxError, UsageError } from '../errors.ts';
import { emptyEvidence, type Result, resultSchemaId } from '../result.ts';
import { exitCodeOf, exitCodeOfResults } from './exit-code.ts';

const trouble = { code: 'X', message: { ko: '', en: '' }, hint: { ko: '', en: '' } };

describe('what was thrown', () => {
  test.each([
    [new UsageError(trouble), 2],
    [new GraderError(trouble), 2],
    [new SandboxError(trouble), 3],
    [new TypeError('a fault of ours'), 3],
    ['not even an error', 3],
  ])('%s ends with %i', (thrown, code) => expect(exitCodeOf(thrown)).toBe(code));
});

describe('what was graded', () => {
  test.each<[scores: (number | null)[], failUnder: number | undefined, code: number]>([
    [[100], undefined, 0],
    [[0], undefined, 0],
    [[79], 80, 1],
    [[80], 80, 0],
    [[100, 79], 80, 1],
    [[100, null], undefined, 3],
    [[0, null], 80, 3],
    [[0], 0, 0],
  ])('scores %j of 100 with --fail-under %s end with %i', (scores, failUnder, code) =>
    expect(exitCodeOfResults(scores.map(resultWith), failUnder)).toBe(code),
  );
});

function resultWith(score: number | null): Result {
  return {
    schema: resultSchemaId,
    student: 'kim',
    assignment: 'build-noderun',
    assignmentTitle: { ko: '과제', en: 'Assignment' },
    script: 'solution.sh',
    outcome: score === null ? 'error' : 'graded',
    reason: null,
    score,
    max: 100,
    checks: [],
    submissionHash: null,
    graderVersion: '0',
    images: {},
    standIns: [],
    engineVersion: null,
    startedAt: '2026-01-01T00:00:00Z',
    phases: { prepare: 0, boot: 0, replay: 0, checks: 0 },
    evidence: emptyEvidence(),
  };
}
