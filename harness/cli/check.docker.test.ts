import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { validateResult } from '../manifest/index.ts';
import { runCli } from './testing/run-cli.ts';
import { solution, writeFiles, writeSmokeCourse } from './testing/smoke-course.ts';

let dir: string;
let course: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-check-'));
  course = join(dir, 'course');
  await writeSmokeCourse(course);
  await writeFiles(dir, {
    'good/smoke/solution.sh': solution,
    'bad/smoke/solution.sh': 'docker images\n',
    'scriptless/smoke/notes.txt': 'later',
    'folder/smoke/solution.sh/oops.txt': '',
    'binary/smoke/solution.sh': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0xff]),
  });
  await mkdir(join(dir, 'bare/smoke'), { recursive: true });
  expect(await runCli(['prepare', '--course', course], { cwd: dir })).toMatchObject({ code: 0 });
}, 300_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const check = (folder: string, ...args: string[]) =>
  runCli(['check', '--course', course, '--dir', folder, '--student', 'kim', ...args], { cwd: dir });
const resultsOf = (stdout: string) => (JSON.parse(stdout) as unknown[]).map((value) => validateResult(value));

describe('a submission that can be graded', () => {
  test('a table on stdout, progress on stderr, JUnit in its file', { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await check('good', '--junit', 'report.xml');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(stdout).toContain('100 / 100');
    expect(stdout).not.toContain('\x1b');
    expect(stderr).toContain('smoke · typing the commands');
    const xml = new XMLParser({ ignoreAttributes: false }).parse(
      await readFile(join(dir, 'report.xml'), 'utf8'),
    );
    expect(xml.testsuites).toMatchObject({ '@_tests': '2', '@_failures': '0', '@_errors': '0' });
    expect(xml.testsuites.testsuite.testcase[0]).toMatchObject({ '@_file': 'good/smoke/solution.sh' });
  });

  test('JSON alone on stdout, valid by the schema', { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await check('good', '--json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(resultsOf(stdout)).toMatchObject([
      { student: 'kim', assignment: 'smoke', outcome: 'graded', score: 100 },
    ]);
  });

  test('JUnit on stdout, the table on stderr', { timeout: 60_000 }, async () => {
    const { code, stdout, stderr } = await check('bad', '--junit', '-');
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('0 / 100') });
    const xml = new XMLParser({ ignoreAttributes: false }).parse(stdout);
    expect(xml.testsuites).toMatchObject({ '@_tests': '2', '@_failures': '1', '@_skipped': '1' });
  });

  test('below --fail-under: 1', { timeout: 60_000 }, async () => {
    const { code, stdout } = await check('bad', '--fail-under', '50', '--lang', 'ko');
    expect(code).toBe(1);
    expect(stdout).toContain('이미지가 없습니다');
  });
});

describe('a submission that cannot', () => {
  test.each([
    ['bare', 'missing'],
    ['scriptless', 'invalid'],
    ['folder', 'invalid'],
    ['binary', 'invalid'],
  ])('%s is %s, with zero points and a reason', { timeout: 60_000 }, async (folder, outcome) => {
    const { code, stdout } = await check(folder, '--json');
    expect(code).toBe(0);
    expect(resultsOf(stdout)).toMatchObject([{ outcome, score: 0, reason: { code: expect.any(String) } }]);
  });

  test('a folder that does not exist: 2', async () => {
    const { code, stdout, stderr } = await check('nowhere');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(join(dir, 'nowhere'));
  });

  test('a report that could not be written is refused before anything is graded', async () => {
    const { code, stderr } = await check('good', '--junit', 'nowhere/report.xml');
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('mkdir -p') });
    expect(stderr).not.toContain('typing the commands');
  });

  test('an engine that does not answer: 3, no score', async () => {
    const env = { DOCKER_HOST: `unix://${dir}/gone.sock` };
    const args = ['check', '--json', '--course', course, '--dir', 'good'];
    const { code, stdout, stderr } = await runCli(args, { cwd: dir, env });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toContain('unset DOCKER_HOST');
  });
});

test('doctor says that this machine can grade', async () => {
  const { code, stdout } = await runCli(['doctor', '--course', course, '--json'], { cwd: dir });
  expect({ code, doctor: JSON.parse(stdout) }).toMatchObject({ code: 0, doctor: { ready: true } });
});
