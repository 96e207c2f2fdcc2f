import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../errors.ts';
import type { CommandContext } from '../command-context.ts';
import { runCli } from '../testing/run-cli.ts';
import { writeFiles } from '../testing/smoke-course.ts';
import { brokenResult, fullResult, missingResult, someResults } from '../testing/some-results.ts';
import { formatNames } from './formats.ts';
import { type ReportOptions, report } from './report.ts';

const classroom50 = {
  ...{ CLASSROOM: 'c', ASSIGNMENT: 'a', USERNAME: 'octo', SUBMISSION_TAG: 'submit/1' },
  ...{ COMMIT_URL: 'u', RELEASE_URL: 'u', REVIEW_URL: 'u' },
};
let dir: string;

/** Runs the command in this process; resolves with what it wrote to stdout. */
async function written(path: string, options: Partial<ReportOptions>, env = {}): Promise<string> {
  const texts: string[] = [];
  const out = { columns: 80, color: false, write: async (text: string) => void texts.push(text) };
  const context = { out, err: { write: async () => undefined }, env, cwd: dir } as unknown as CommandContext;
  const usual = {
    dir: '.',
    lang: 'en',
    format: 'json',
    rosterColumns: {},
    canvasIds: {},
    junitProfile: 'default',
  } as const;
  expect(await report(context, [path], { ...usual, ...options })).toBe(0);
  return texts.join('');
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-report-'));
  const [half, missing, full] = someResults();
  await writeFiles(dir, {
    'class/kim.json': JSON.stringify([half, missing]),
    'class/deep/er.json': JSON.stringify(full),
    'class/other.json': '{"schema":"classroom50/result/v1"}',
    'class/notes.txt': 'x',
    'broken.json': JSON.stringify(brokenResult()),
    'newer.json': JSON.stringify({ ...full, schema: 'drydock/result/v9' }),
    'torn.json': '{"schema":',
    'twice.json': JSON.stringify([fullResult(), fullResult({ student: 'CHOI' })]),
    'again.json': JSON.stringify([
      fullResult({ startedAt: '2026-03-03T09:00:00.000Z' }),
      missingResult('choi'),
    ]),
    'titles.json': JSON.stringify([fullResult(), fullResult({ assignment: 'smoke-again' })]),
    'roster.csv': 'login,who\nchoi,최\nnobody,노\n',
  });
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describe('drydock report', () => {
  test('renders files and folders in every format', async () => {
    const starts: Record<string, RegExp> = {
      ...{
        json: /^\[/,
        outputs: /^result=/,
        junit: /^<\?xml/,
        ctrf: /^\{/,
        markdown: /^###/,
        annotations: /^::error file=smoke/,
      },
      ...{
        classroom: /^ey/,
        gradescope: /^\{/,
        grades: /^username/,
        canvas: /^Student/,
        moodle: /^username/,
      },
      ...{ classroom50: /^\{\s+"schema": "classroom50/, terminal: /kim/, html: /^<!doctype html>/ },
    };
    expect(Object.keys(starts).sort()).toEqual([...formatNames].sort());
    for (const format of formatNames)
      expect(await written('class', { format }, classroom50)).toMatch(starts[format] ?? /^$/);
  });

  test('of several attempts the latest counts', async () => {
    expect(JSON.parse(await written('again.json', {}))).toMatchObject([{ student: 'choi', score: 100 }]);
  });

  test('joins a roster by the columns it is told', async () => {
    const rosterColumns = { username: 'login', name: 'who' };
    const canvasIds = { smoke: '42' };
    const csv = await written('class', { format: 'canvas', roster: 'roster.csv', rosterColumns, canvasIds });
    expect(csv.split('\r\n').slice(0, 4)).toEqual([
      'Student,ID,SIS User ID,SIS Login ID,Section,Smoke (42)',
      '"    Points Possible",,,,,100',
      '최,,,choi,,100',
      '노,,,nobody,,',
    ]);
  });

  test.each(['gradescope', 'classroom50'] as const)(
    '%s, which any reader takes for a grade, is not written without a score',
    async (format) => {
      await writeFile(join(dir, 'result.json'), 'before');
      const writing = written('broken.json', { format, output: 'result.json' }, classroom50);
      await expect(writing).rejects.toMatchObject({ code: 'NO_SCORE' });
      expect(await readFile(join(dir, 'result.json'), 'utf8')).toBe('before');
    },
  );

  test.each([
    ['newer.json', {}, 'drydock/result/v9'],
    ['torn.json', {}, 'cannot be read'],
    ['class/other.json', {}, 'not a valid result'],
    ['twice.json', { format: 'grades' }, 'several results for `smoke`: `choi`, `CHOI`'],
    ['twice.json', { format: 'html' }, 'several results'],
    ['nowhere', {}, 'cannot be read'],
    ['class/notes.txt', {}, 'cannot be read'],
    ['class', { student: 'nobody' }, 'No result fits'],
    ['class', { format: 'grades', roster: 'none.csv' }, 'cannot be read'],
    ['class', { format: 'classroom50' }, 'CLASSROOM'],
  ] as const)('%s with %j is a mistake of the command: %s', async (path, options, said) => {
    const failure = await written(path, options).catch((error) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect(failure.message).toContain(said);
  });

  test('says who is missing from the results, and who from the roster', async () => {
    const args = ['report', 'class', '-f', 'grades', '--roster', 'roster.csv', '--lang', 'en'];
    const columns = ['--roster-columns', 'username=login,name=who'];
    const { code, stderr } = await runCli([...args, ...columns], { cwd: dir });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr:
        'On the roster, without a result (1): `nobody`\nWith results, but not on the roster and so in no row (2): `kim`, `lee`\n',
    });
    expect(await runCli([...args, ...columns, '--quiet'], { cwd: dir })).toMatchObject({ stderr: '' });
  });

  test('refuses a table in which Canvas would take two assignments for one, until each has its number', async () => {
    const canvas = (options: Partial<ReportOptions>) =>
      written('titles.json', { format: 'canvas', ...options });
    const refused = {
      code: 'CANVAS_COLUMNS',
      message: expect.stringContaining('`smoke`, `smoke-again` apart'),
    };
    await expect(canvas({})).rejects.toMatchObject(refused);
    await expect(canvas({ canvasIds: { smoke: '1', 'smoke-again': '1' } })).rejects.toMatchObject(refused);
    await canvas({ split: 'assignment', output: 'canvas' });
    const ids = ['--canvas-ids', 'smoke=1,smoke-again=2,smok=3'];
    const args = ['report', 'titles.json', '-f', 'canvas', '--lang', 'en', ...ids];
    const { stdout, stderr } = await runCli(args, { cwd: dir });
    expect(stdout).toMatch(/,Section,Smoke \(1\),Smoke \(2\)\r\n/);
    expect(stderr).toBe('Named in `--canvas-ids`, without a result: `smok`\n');
  });

  test('points at the script of a folder that is a submission itself', async () => {
    await writeFiles(dir, { 'work/solution.sh': 'docker ps\n' });
    expect(await written('class', { format: 'annotations', dir: 'work' })).toContain(
      'file=work/solution.sh,line=2',
    );
  });

  test('leaves for Classroom 50 what its runner reads', async () => {
    const place = { cwd: join(dir, 'work'), env: { ...classroom50, GITHUB_OUTPUT: join(dir, 'output') } };
    await writeFiles(dir, { 'work/one.json': JSON.stringify(fullResult()), output: '' });
    expect(await runCli(['classroom50', 'one.json'], place)).toMatchObject({ code: 0, stdout: '' });
    expect(JSON.parse(await readFile(join(place.cwd, 'result.json'), 'utf8'))).toMatchObject({ score: 100 });
    expect(await readFile(join(place.cwd, 'release-body.md'), 'utf8')).toContain('100 / 100');
    await rm(join(place.cwd, 'result.json'));
    expect(await runCli(['classroom50', '../broken.json'], place)).toMatchObject({ code: 3 });
    await expect(readFile(join(place.cwd, 'result.json'))).rejects.toThrow();
    expect(await readFile(join(dir, 'output'), 'utf8')).toMatch(
      /^status=success\nsummary=100 of 100 points\nstatus=error\nsummary=No score, .*\n$/,
    );
  });

  test('as typed: a file, for one student, in the strict profile', async () => {
    const args = ['class', '-f', 'junit', '--junit-profile', 'strict', '-s', 'choi', '-o', 'out.xml'];
    const { code, stdout } = await runCli(['report', ...args], { cwd: dir });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const xml = await readFile(join(dir, 'out.xml'), 'utf8');
    expect(xml).toContain('classname="drydock.smoke.choi.solution"');
    expect(xml).not.toContain(' file=');
  });

  test.each([
    [['class', '-f', 'pdf']],
    [['class']],
    [['class', '-f', 'json', '--roster-columns', 'user=a']],
    [['class', '-f', 'canvas', '--canvas-ids', 'smoke=Smoke']],
  ])('as typed: %j is refused', async (args) => {
    expect(await runCli(['report', ...args], { cwd: dir })).toMatchObject({ code: 2, stdout: '' });
  });
});
