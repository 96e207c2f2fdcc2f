import { mkdtempDisposable, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../result.ts';
import { ResultStore, writeRun } from '../../store/index.ts';
import { runCli } from '../testing/run-cli.ts';
import { writeFiles } from '../testing/smoke-course.ts';
import { brokenResult, fullResult } from '../testing/some-results.ts';

const late = '2026-03-03T00:00:00Z';
const course = {
  schema: 'drydock/course/v1',
  due: '2026-03-02T00:00:00Z',
  late: { percentPerDay: { percent: 10 } },
};

/** A class whose run is over: its results, and the files that the run's record names. */
async function classOf(results: readonly Result[]) {
  const folder = await mkdtempDisposable(join(tmpdir(), 'drydock-stored-'));
  await writeFiles(folder.path, {
    'course.json': JSON.stringify(course),
    'overrides.csv': 'student,assignment,score,reason,by\npark,smoke,70,power cut,oh\n',
    'none.csv': 'student,assignment,score,reason\n',
    'roster.csv': 'username\nchoi\npark\nnobody\n',
    'flat.json': JSON.stringify(results),
  });
  const out = join(folder.path, 'out');
  using store = await ResultStore.open(out);
  for (const result of results) await store.put(result);
  await writeRun(out, {
    schema: 'drydock/run/v1',
    submissions: join(folder.path, 'submissions'),
    roster: { path: join(folder.path, 'roster.csv'), columns: {} },
    course: join(folder.path, 'course.json'),
    overrides: join(folder.path, 'overrides.csv'),
    assignments: [],
    startedAt: late,
    endedAt: null,
    ...{ graderVersions: {}, engineVersion: null, images: {}, counts: {}, options: {} },
  });
  return folder;
}

const results = [fullResult({ submittedAt: late }), brokenResult()];
const grades = (text: string) =>
  text.split('\r\n').map((line) => line.replace(/^(\w+),,,,,(\d*),\w+,(\d*),.*$/, '$1 $2 $3'));

describe('drydock report of a results folder', () => {
  test('applies the course file, the overrides and the roster of the run', async () => {
    await using folder = await classOf(results);
    const { code, stdout, stderr } = await runCli(['report', 'out', '-f', 'grades', '--lang', 'en'], {
      cwd: folder.path,
    });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: expect.stringContaining('without a result (1): `nobody`'),
    });
    expect(grades(stdout).slice(1, 3)).toEqual(['choi 90 100', 'park 70 ']);
    expect(stdout).toContain(
      'Handed in 1 d after the due date (day 1): 10% of the points won are taken off.',
    );
    expect(stdout).toContain('power cut (oh)');
  });

  test('reads other files in their place where they are named', async () => {
    await using folder = await classOf(results);
    const args = ['report', 'out', '-f', 'grades', '--overrides', 'none.csv', '--quiet'];
    const { stdout } = await runCli(args, { cwd: folder.path });
    expect(grades(stdout).slice(1, 3)).toEqual(['choi 90 100', 'park  ']);
  });

  test('changes nothing that is stored', async () => {
    await using folder = await classOf(results);
    const file = join(folder.path, 'out', 'results', 'choi', 'smoke.json');
    const before = await readFile(file, 'utf8');
    await runCli(['report', 'out', '-f', 'json'], { cwd: folder.path });
    expect(await readFile(file, 'utf8')).toBe(before);
    expect(JSON.parse(before)).toEqual(results[0]);
  });

  test('is refused as a whole for a file that is no result, or an override that cannot be meant', async () => {
    await using folder = await classOf(results);
    await writeFiles(folder.path, { 'bad.csv': 'student,assignment,score,reason\nchoi,smoke,101,x\n' });
    const args = ['report', 'out', '-f', 'grades', '--lang', 'en'];
    const bad = await runCli([...args, '--overrides', 'bad.csv'], { cwd: folder.path });
    expect(bad).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('bad.csv:2: `score` is 101'),
    });
    await writeFiles(folder.path, { 'out/results/choi/smoke.json': '{' });
    const torn = await runCli(args, { cwd: folder.path });
    expect(torn).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('smoke.json') });
  });
});

test('course file and overrides adjust results of plain files, too', async () => {
  await using folder = await classOf(results);
  const files = ['--course-file', 'course.json', '--overrides', 'overrides.csv'];
  const { stdout } = await runCli(['report', 'flat.json', '-f', 'json', ...files], { cwd: folder.path });
  const adjusted: Result[] = JSON.parse(stdout);
  expect(adjusted.map(({ student, score }) => [student, score])).toEqual([
    ['choi', 90],
    ['park', 70],
  ]);
});
