import { expect, test } from 'vitest';
import type { Submission } from '../../submissions/index.ts';
import { fullResult, missingResult } from '../testing/some-results.ts';
import { regradePlan } from './regrade-jobs.ts';

const submission = (student: string, assignment = 'smoke'): Submission => ({
  ...{ student, assignment, folder: `/class/${student}/${assignment}` },
  ...{ source: student, submittedAt: null },
});
const students = Array.from({ length: 40 }, (_, index) => `student-${index}`);
const results = students.map((student) => fullResult({ student }));
const submissions = students.map((student) => submission(student));

test('each earlier result meets its submission, whichever way the name is written', () => {
  const { jobs, before, gone } = regradePlan(
    [fullResult({ student: '김하늘' }), fullResult({ student: 'left' }), missingResult('never')],
    [submission('김하늘'.normalize('NFD')), submission('new')],
    {},
  );
  expect(jobs.map(({ student, folder }) => [student, folder.normalize('NFC')])).toEqual([
    ['김하늘', '/class/김하늘/smoke'],
  ]);
  expect(before.map(({ student }) => student)).toEqual(['김하늘']);
  expect(gone.map(({ student }) => student)).toEqual(['left']);
});

test('students and assignments can be chosen', () => {
  const two = [...results, fullResult({ student: 'student-1', assignment: 'other' })];
  const all = [...submissions, submission('student-1', 'other')];
  const chosen = (wanted: Parameters<typeof regradePlan>[2]) => regradePlan(two, all, wanted).jobs.length;
  expect(chosen({ student: ['student-1'] })).toBe(2);
  expect(chosen({ student: ['student-1', 'student-2'], assignment: ['smoke'] })).toBe(2);
  expect(chosen({ assignment: ['other'] })).toBe(1);
});

test('a sample is the same however the results lie, and is not the first ones', () => {
  const names = (given: typeof results) =>
    regradePlan(given, submissions, { sample: 10 })
      .jobs.map(({ student }) => student)
      .sort();
  expect(names(results)).toHaveLength(10);
  expect(names(results)).toEqual(names(results.toReversed()));
  expect(names(results)).not.toEqual(students.slice(0, 10).sort());
  expect(regradePlan(results, submissions, { sample: 99 }).jobs).toHaveLength(40);
});
