import { expect, test } from 'vitest';
import type { RunRecord } from '../../store/index.ts';
import { asBefore, saidBefore } from './as-before.ts';
import type { GradeOptions } from './grade-options.ts';

const plain: GradeOptions = {
  ...{ lang: 'en', rosterColumns: {}, assignment: [], student: [], sentinelEvery: 50, prepare: true },
};
const before = {
  roster: { path: '/course/class.csv', columns: { username: 'Login' } },
  ...{ course: '/course/course.json', overrides: '/course/overrides.csv' },
} as unknown as RunRecord;

test('what a shorter command leaves out is as it was, and is said', () => {
  const taken = asBefore(plain, before);
  expect(taken).toMatchObject({
    ...{ roster: '/course/class.csv', rosterColumns: { username: 'Login' } },
    ...{ courseFile: '/course/course.json', overrides: '/course/overrides.csv' },
  });
  expect(saidBefore(plain, taken, '/course')?.en).toBe(
    'As in the last run: --roster class.csv --course-file course.json --overrides overrides.csv',
  );
});

test('what is said counts, and an empty value takes something away', () => {
  const given = { ...plain, roster: 'new.csv', courseFile: '', overrides: '' };
  const taken = asBefore(given, before);
  expect(taken).toMatchObject({ roster: 'new.csv', rosterColumns: {} });
  expect([taken.courseFile, taken.overrides]).toEqual([undefined, undefined]);
  expect(saidBefore(given, taken, '/course')).toBeUndefined();
});

test('a first run has nothing to take', () => {
  expect(asBefore(plain, undefined)).toEqual(plain);
  expect(saidBefore(plain, plain, '/course')).toBeUndefined();
});
