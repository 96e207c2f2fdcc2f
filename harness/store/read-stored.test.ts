import { mkdir, mkdtempDisposable, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readStored } from './read-stored.ts';
import { ResultStore } from './result-store.ts';
import { writeRun } from './run-record.ts';
import { brokenResult, gradedResult } from './testing/graded-result.ts';
import { runOf } from './testing/run-of.ts';

const course = {
  schema: 'drydock/course/v1',
  due: '2026-03-01T00:00:00Z',
  late: { percentPerDay: { percent: 50, atMost: 50 } },
  attempts: 'best',
};

/** A class with results, course file, overrides and roster, as a run leaves it. */
async function madeClass() {
  const folder = await mkdtempDisposable(join(tmpdir(), 'drydock-class-'));
  const results = join(folder.path, 'out');
  const file = (name: string, text: string) => writeFile(join(folder.path, name), text);
  await file('course.json', JSON.stringify(course));
  await file(
    'overrides.csv',
    'student,assignment,score,reason\nlee,build-noderun,70,outage\nchoi,rotate-logs,9,ill\n',
  );
  await file('roster.csv', 'login,name\nkim,Kim\nlee,Lee\nchoi,Choi\n');
  using store = await ResultStore.open(results);
  const [first, second] = ['a', 'b'].map((letter) => `sha256:${letter.repeat(64)}`);
  const early = { submissionHash: first ?? null, submittedAt: '2026-02-01T00:00:00Z' };
  await store.put(gradedResult(early));
  const later = { submissionHash: second ?? null, submittedAt: '2026-03-01T09:00:00Z' };
  await store.put(gradedResult({ ...later, startedAt: '2026-03-03T00:00:00.000Z' }));
  await store.put(brokenResult({ student: 'lee' }));
  await writeRun(results, runOf(folder.path));
  return {
    ...folder,
    path: folder.path,
    results,
    [Symbol.asyncDispose]: () => rm(folder.path, { recursive: true }),
  };
}

test('a folder reads as its run said: policies, attempts, overrides and roster', async () => {
  await using made = await madeClass();
  const { results, roster, run, troubles } = await readStored(made.results);
  expect(troubles).toEqual([]);
  expect(roster?.map(({ username }) => username)).toEqual(['kim', 'lee', 'choi']);
  expect(run).toEqual(runOf(made.path));
  const seen = results.map(({ assignment, student, score, adjustments }) => {
    return [assignment, student, score, adjustments?.map(({ kind }) => kind)];
  });
  expect(seen).toEqual([
    ['rotate-logs', 'choi', 9, ['override']],
    ['build-noderun', 'kim', 60, ['attempt']],
    ['build-noderun', 'lee', 70, ['override']],
  ]);
});

test('options go before the record, and null is none at all', async () => {
  await using made = await madeClass();
  const { results } = await readStored(made.results, { courseFile: null, overrides: null, roster: [] });
  expect(results.map(({ student, score, adjustments }) => [student, score, adjustments])).toEqual([
    ['kim', 60, undefined],
    ['lee', null, undefined],
  ]);
  const other = join(made.path, 'other.json');
  await writeFile(other, JSON.stringify({ ...course, attempts: 'last' }));
  const late = await readStored(made.results, { courseFile: other, overrides: null });
  expect(late.results[0]?.score).toBe(30);
});

test('the latest is what was put last, though another machine’s clock had been ahead', async () => {
  await using made = await mkdtempDisposable(join(tmpdir(), 'drydock-clocks-'));
  using store = await ResultStore.open(made.path);
  await store.put(gradedResult({ startedAt: '2026-03-02T09:10:00.000Z' }));
  await store.put(brokenResult({ startedAt: '2026-03-02T09:05:00.000Z' }));
  const { results } = await readStored(made.path);
  expect(results.map(({ outcome, score }) => [outcome, score])).toEqual([['error', null]]);
});

test('results are read also while a run holds the folder, and before it wrote its record', async () => {
  await using made = await madeClass();
  await rm(join(made.results, 'run.json'));
  using _store = await ResultStore.open(made.results);
  const { results, run, roster } = await readStored(made.results);
  expect(results).toHaveLength(2);
  expect([run, roster]).toEqual([undefined, undefined]);
});

test('a file that is no result is said, and takes nobody else’s result away', async () => {
  await using made = await madeClass();
  await mkdir(join(made.results, 'results', 'park'));
  await writeFile(join(made.results, 'results', 'park', 'build-noderun.json'), '{}');
  const { results, troubles } = await readStored(made.results);
  expect(results).toHaveLength(3);
  expect(troubles).toMatchObject([
    { path: expect.stringContaining('park'), trouble: { code: 'RESULT_INVALID' } },
  ]);
});

test.each([
  ['course.json', 'COURSE_FILE_UNREADABLE', '--course-file'],
  ['overrides.csv', 'OVERRIDES_UNREADABLE', '--overrides'],
  ['roster.csv', 'RUN_ROSTER', '--roster'],
])('without its %s no score is told: it could be another', async (name, code, option) => {
  await using made = await madeClass();
  await rm(join(made.path, name));
  await expect(readStored(made.results)).rejects.toMatchObject({
    ...{ name: 'UsageError', code },
    hint: { en: expect.stringContaining(option) },
  });
});
