import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hungEngine } from './testing/hung-engine.ts';
import { runCli } from './testing/run-cli.ts';
import { solution, writeFiles, writeSmokeCourse } from './testing/smoke-course.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-hung-'));
  await writeSmokeCourse(dir);
  await writeFiles(dir, { 'work/smoke/solution.sh': solution });
  expect(await runCli(['prepare', '--course', dir], { cwd: dir })).toMatchObject({ code: 0 });
}, 300_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

/** Runs a command against an engine that hangs at these requests, and tells how long that took. */
async function withHung(name: string, hangs: RegExp, args: string[]) {
  await using engine = await hungEngine(join(dir, `${name}.sock`), (request) => hangs.test(request));
  const began = Date.now();
  const ran = await runCli(args, { cwd: dir, env: { DOCKER_HOST: engine.host } });
  return { ...ran, seconds: (Date.now() - began) / 1000 };
}

const commands = {
  check: ['check', '--course', '.', '--dir', 'work'],
  prepare: ['prepare', '--course', '.'],
  force: ['prepare', '--course', '.', '--force'],
  doctor: ['doctor', '--course', '.'],
  verify: ['verify', 'smoke', '--course', '.'],
};
const nothing = /./;
const allButVersion = /^(?!GET \/version )/;

describe.concurrent('an engine that takes requests and never answers', () => {
  test.for<[keyof typeof commands, RegExp, number]>([
    ['check', nothing, 20],
    ['prepare', nothing, 20],
    ['doctor', nothing, 20],
    ['verify', nothing, 20],
    ['check', allButVersion, 90],
    ['prepare', allButVersion, 60],
    ['doctor', allButVersion, 60],
    ['verify', allButVersion, 90],
    ['force', /\/containers\/create/, 90],
  ])('%s, %s: said within %i s', { timeout: 200_000 }, async ([command, hangs, most], { expect: our }) => {
    const ran = await withHung(`${command}-${most}`, hangs, commands[command]);
    our(ran).toMatchObject({ code: 3 });
    our(ran.stdout + ran.stderr).toMatch(/(did|does) not answer|no answer/);
    our(ran.stdout + ran.stderr).toMatch(/`(docker (version|info)|drydock doctor)`/);
    our(ran.seconds).toBeLessThan(most);
  });

  test('the list of assignments asks no engine', async ({ expect: our }) => {
    our(await withHung('list', nothing, ['list', '--course', '.'])).toMatchObject({ code: 0 });
  });

  test.for<[name: string, hangs: RegExp]>([
    ['creates a container', /^POST .*\/containers\/create/],
    ['starts one', /^POST .*\/containers\/\w+\/start/],
    ['attaches to one', /^POST .*\/containers\/\w+\/attach/],
    ['makes a volume', /^POST .*\/volumes\/create/],
    ['removes a container', /^DELETE .*\/containers\//],
  ])('%s: no score, and why', { timeout: 300_000 }, async ([name, hangs], { expect: our }) => {
    const { code, stdout, stderr, seconds } = await withHung(name.replaceAll(' ', '-'), hangs, [
      ...commands.check,
      '--json',
    ]);
    our({ code, stderr }).toMatchObject({ code: 3 });
    const results = JSON.parse(stdout || '[]') as unknown[];
    for (const result of results) our(result).toMatchObject({ outcome: 'error', score: null });
    our(`${stdout}${stderr}`).toMatch(/did not answer within [23]0 s|could not be removed/);
    our(seconds).toBeLessThan(200);
  });
});
