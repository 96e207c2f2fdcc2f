import { expect, test } from 'vitest';
import type { CheckResult, Result } from '../result.ts';
import { surprisesIn } from './surprises.ts';
import type { ExpectedClass } from './write-class.ts';

const expected: ExpectedClass = {
  submissions: [
    {
      ...{ student: 'kim', assignment: 'build', kind: 'mutant', example: 'mutants/no-tini' },
      ...{ outcome: 'graded', score: 85, checks: { tini: 'noTini' } },
    },
    { student: 'lee', assignment: 'build', kind: 'hostile', example: 'bomb', outcome: 'graded', score: 0 },
  ],
  absent: ['heo'],
  unknown: ['hwang'],
};

const graded = (student: string, score: number, failed: Record<string, string> = {}) =>
  ({
    ...{ student, assignment: 'build', outcome: 'graded', score },
    checks: Object.entries(failed).map(
      ([id, messageId]) => ({ id, messageId, status: 'failed' }) as CheckResult,
    ),
  }) as Result;
const right = [graded('kim', 85, { tini: 'noTini' }), graded('lee', 0, { built: 'noImage' })];

test('what is as it must be surprises nobody, and neither does what was not handed in', () => {
  const missing = { ...graded('park', 0), outcome: 'missing' } as Result;
  expect(surprisesIn(expected, [...right, missing])).toEqual([]);
});

test.each([
  ['a lost result', right.slice(1), 'kim/build (mutants/no-tini): there is no result'],
  ['another score', [graded('kim', 100), ...right.slice(1)], 'graded 100 in place of graded 85'],
  [
    'the same points for another reason',
    [graded('kim', 85, { port: 'otherPort' }), ...right.slice(1)],
    'failed are port otherPort in place of tini noTini',
  ],
  [
    'a score for nothing',
    [...right, graded('hwang', 100)],
    'hwang/build: nothing was handed in, and it is graded',
  ],
])('tells %s', (_what, results, words) => {
  const [surprise, ...others] = surprisesIn(expected, results);
  expect(surprise).toContain(words);
  expect(others).toEqual([]);
});
