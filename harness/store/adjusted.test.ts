import { describe, expect, test } from 'vitest';
import { resultFaults } from '../manifest/index.ts';
import type { Result, Student } from '../result.ts';
import { noPolicy, type Policy } from '../scoring/index.ts';
import { adjusted } from './adjusted.ts';
import type { WrittenOverride } from './overrides.ts';
import { brokenResult, gradedResult } from './testing/graded-result.ts';

const text = { ko: '글', en: 'text' };
const known = (students: Student[] = []) => ({
  students,
  assignments: [{ id: 'rotate-logs', title: text, points: 50, script: 'solution.sh' }],
});
const listed = (username: string, identifier = ''): Student => {
  return { username, identifier, name: '', email: '', section: '' };
};

function overrides(...rows: Partial<WrittenOverride>[]) {
  const row = { student: 'kim', assignment: 'build-noderun', score: 88, reason: 'shown in class', by: 'oh' };
  return { path: 'overrides.csv', all: rows.map((each, index) => ({ ...row, line: index + 2, ...each })) };
}

const late: Policy = {
  due: '2026-03-01T00:00:00Z',
  late: { kind: 'percentPerDay', percent: 50, graceMinutes: 0, atMost: 50 },
  attempts: 'last',
};

describe('adjusted', () => {
  test('takes the latest grading of each student and assignment, whatever the order', () => {
    const first = gradedResult({ startedAt: '2026-03-02T09:00:00Z' });
    const second = gradedResult({ startedAt: '2026-03-02T09:00:00.500Z', graderVersion: '2' });
    expect(adjusted([second, gradedResult({ student: 'lee' }), first], {})).toEqual([
      second,
      gradedResult({ student: 'lee' }),
    ]);
  });

  test('applies the policy of each assignment, once', () => {
    const policies = { all: noPolicy, assignments: { 'build-noderun': late } };
    const submittedAt = '2026-03-01T12:00:00Z';
    const results = [gradedResult({ submittedAt }), gradedResult({ submittedAt, assignment: 'rotate-logs' })];
    const once = adjusted(results, { policies });
    expect(once.map(({ score }) => score)).toEqual([30, 60]);
    expect(adjusted(once, { policies })).toEqual(once);
  });

  test('every result it makes is a valid one', () => {
    const reason = { code: 'NO_SCRIPT', message: text };
    const nothing: Partial<Result> = { outcome: 'missing', score: 0, checks: [], reason };
    const results = [
      gradedResult({ submittedAt: '2026-03-01T12:00:00Z' }),
      brokenResult({ student: 'lee' }),
      gradedResult({ student: 'park', ...nothing }),
    ];
    const all = ['kim', 'lee', 'park', 'choi'].map((student) => ({ student }));
    const made = adjusted(results, {
      policies: { all: late, assignments: {} },
      overrides: overrides(...all),
      known: known([listed('choi')]),
    });
    expect(made.map(({ score, outcome }) => [score, outcome])).toEqual(all.map(() => [88, 'graded']));
    expect(made.flatMap(resultFaults)).toEqual([]);
    expect(made.map(({ adjustments }) => adjustments?.at(-1)?.was?.outcome)).toEqual([
      ...[undefined, 'error', 'missing', 'missing'],
    ]);
  });
});

describe('an override', () => {
  test('gives a score to a student of the roster who never handed in', () => {
    const [result, ...others] = adjusted([], {
      overrides: overrides({ student: 'Choi', assignment: 'rotate-logs', score: 50 }),
      known: known([listed('choi')]),
    });
    expect(others).toEqual([]);
    expect(result).toMatchObject({ student: 'choi', assignment: 'rotate-logs', score: 50, max: 50 });
    expect(result?.adjustments).toMatchObject([
      {
        kind: 'override',
        from: 0,
        to: 50,
        by: 'oh',
        was: { outcome: 'missing', reason: { code: 'NOT_HANDED_IN' } },
      },
    ]);
  });

  test('finds its student by the roster’s identifier, and by name whatever the capitals', () => {
    const students = known([listed('kim', '2026-001')]);
    for (const student of ['kim', 'KIM', '2026-001']) {
      const made = adjusted([gradedResult()], { overrides: overrides({ student }), known: students });
      expect(made.map(({ score }) => score)).toEqual([88]);
    }
  });

  test('tells students apart whose names differ in capitals', () => {
    const both = [gradedResult(), gradedResult({ student: 'Kim' })];
    expect(adjusted(both, { overrides: overrides({}) }).map(({ score }) => score)).toEqual([88, 60]);
    expect(() => adjusted(both, { overrides: overrides({ student: 'KIM' }) })).toThrow('`student` is "KIM"');
  });

  test.each([
    [[{ student: 'kimm' }], ['overrides.csv:2: `student` is "kimm"', 'did you mean "kim"?']],
    [[{ assignment: 'build-nodern' }], ['overrides.csv:2: `assignment` is "build-nodern"', 'build-noderun']],
    [[{ score: 101 }], ['overrides.csv:2: `score` is 101, and the assignment has 100 points']],
    [[{}, { score: 1 }], ['overrides.csv:3: line 2 overrides the same score already']],
    [
      [{ student: 'x' }, { score: 500 }],
      ['overrides.csv:2: ', 'overrides.csv:3: '],
    ],
  ])('%j is refused with its line, and nothing is applied', (rows, said) => {
    const run = () => adjusted([gradedResult()], { overrides: overrides(...rows), known: known() });
    expect(run).toThrow(expect.objectContaining({ name: 'UsageError', code: 'OVERRIDES' }));
    for (const part of said) expect(run).toThrow(part);
  });
});
