import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wantedLocale } from './run-process.ts';
import { runCli } from './testing/run-cli.ts';

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

/** Runs the command line where there is no Docker engine. */
const run = (...args: string[]) =>
  runCli(args, { cwd: dir, env: { HOME: dir, DOCKER_HOST: `unix://${dir}/gone.sock` } });

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

test('an engine that this user may not use: 3, and how to get the right', async () => {
  const socket = join(dir, 'locked.sock');
  const server = createServer().listen(socket);
  await once(server, 'listening');
  await chmod(socket, 0o000);
  // Root may use any socket, unless it gives up the capability that lets it.
  const root = process.getuid?.() === 0;
  const by = (cli: string[]) => (root ? ['setpriv', '--bounding-set=-dac_override', ...cli] : cli);
  const env = { DOCKER_HOST: `unix://${socket}` };
  const ran = await runCli(['prepare', '--course', 'empty'], { cwd: dir, env, by });
  server.close();
  expect(ran).toMatchObject({
    code: 3,
    stdout: '',
    stderr: expect.stringContaining('sudo usermod -aG docker'),
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
