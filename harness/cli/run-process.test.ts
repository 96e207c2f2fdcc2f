import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wantedLocale } from './run-process.ts';

const main = join(import.meta.dirname, 'main.ts');
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-process-'));
  const folder = join(dir, 'assignments/smoke');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'assignment.json'),
    '{\n  "schema": "drydock/assignment/v1",\n  "id": "smokey"\n}\n',
  );
  await mkdir(join(dir, 'empty/assignments'), { recursive: true });
});
afterAll(() => rm(dir, { recursive: true }));

/** Runs the command line as a user does, in an environment without colours and without a Docker engine. */
function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const env = {
    PATH: process.env.PATH,
    HOME: dir,
    LANG: 'en_US.UTF-8',
    DOCKER_HOST: `unix://${dir}/gone.sock`,
  };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [main, ...args],
      { env, cwd: dir, timeout: 20_000 },
      (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

describe('usage', () => {
  test('help speaks both languages, on stdout', async () => {
    const [en, ko] = await Promise.all([run('--help'), run('check', '--help', '--lang', 'ko')]);
    expect(en).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringMatching(/Usage:[\s\S]*check.*list.*prepare/s),
    });
    expect(ko).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/사용법:[\s\S]*--junit[\s\S]*--json/),
    });
  });

  test('without a command: help on stderr, and 2', async () => {
    expect(await run()).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Usage:') });
  });

  test.each([
    [['chekc'], 'Did you mean check?'],
    [['check', '--fail-under', '101'], '101'],
    [['check', '--bogus'], '--bogus'],
    [['list', 'surplus'], 'too many arguments'],
    [['check', '--json', '--junit', '-'], '--junit -'],
    [['list', '--lang', 'fr'], 'fr'],
  ])('%j ends with 2 and says why', async (args, said) => {
    expect(await run(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
  });

  test('a complaint in Korean', async () => {
    expect(await run('chekc', '--lang=ko')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('모르는 명령'),
    });
  });
});

describe('what cannot be graded', () => {
  test('a manifest with mistakes: 2, with file, line and column', async () => {
    const { code, stdout, stderr } = await run('check', '--course', dir);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/assignments\/smoke\/assignment\.json:\d+:\d+: /);
  });

  test('a course that is none', async () => {
    expect(await run('list', '--course', 'nowhere')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('nowhere'),
    });
  });

  test('no engine where DOCKER_HOST says: 3, and JSON stays JSON', async () => {
    const doctor = await run('doctor', '--json', '--course', 'empty');
    expect(doctor.code).toBe(3);
    expect(JSON.parse(doctor.stdout)).toMatchObject({ ready: false });
    const prepare = await run('prepare', '--course', 'empty');
    expect(prepare).toMatchObject({
      code: 3,
      stdout: '',
      stderr: expect.stringContaining('unset DOCKER_HOST'),
    });
  });
});

test('an empty course lists as empty JSON', async () => {
  expect(await run('list', '--json', '--course', 'empty')).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
});

test.each<[string[], Record<string, string>, 'ko' | 'en']>([
  [[], { LANG: 'ko_KR.UTF-8' }, 'ko'],
  [[], { LANG: 'en_US.UTF-8' }, 'en'],
  [[], {}, 'en'],
  [[], { LC_ALL: 'ko_KR', LANG: 'en_US' }, 'ko'],
  [[], { LC_ALL: '', LC_MESSAGES: 'ko', LANG: 'en_US' }, 'ko'],
  [['check', '--lang', 'en'], { LANG: 'ko_KR' }, 'en'],
  [['--lang=ko'], {}, 'ko'],
  [['--lang', 'fr'], { LANG: 'ko_KR' }, 'ko'],
])('%j in %j speaks %s', (args, env, locale) => expect(wantedLocale(args, env)).toBe(locale));
