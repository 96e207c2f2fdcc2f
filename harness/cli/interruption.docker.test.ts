import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ownedBy } from './testing/owned-by.ts';
import { runCli, startCli } from './testing/run-cli.ts';
import { writeFiles, writeSmokeCourse } from './testing/smoke-course.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-interrupt-'));
  await writeSmokeCourse(dir);
  await writeFiles(dir, { 'work/smoke/solution.sh': 'sleep 50\n' });
  expect(await runCli(['prepare', '--course', dir], { cwd: dir })).toMatchObject({ code: 0 });
}, 300_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

const args = ['check', '--course', '.', '--dir', 'work'];

test.each<[NodeJS.Signals, number]>([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])('%s in the middle ends with %i and leaves nothing behind', { timeout: 60_000 }, async (signal, code) => {
  const running = startCli(args, { cwd: dir });
  await running.shown('typing the commands');
  expect(await ownedBy(running.pid)).not.toEqual([]);
  running.kill(signal);
  const ended = await running.ended;
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(ended.stderr).toContain('Removing the sandbox');
  expect(ended.stderr).not.toContain('✗');
  expect(await ownedBy(running.pid)).toEqual([]);
});

test('Ctrl-C in a terminal: 130, and the cursor is back', { timeout: 60_000 }, async () => {
  // script(1) gives it a terminal, passes the key on and ends with the command's exit code.
  const by = (cli: string[]) => ['script', '-qefc', cli.join(' '), '/dev/null'];
  const running = startCli(args, { cwd: dir, env: { TERM: 'xterm' }, by });
  await running.shown('typing the commands');
  running.type('\x03');
  const { code, stdout } = await running.ended;
  expect(code).toBe(130);
  expect(stdout).toContain('Removing the sandbox');
  expect(stdout.lastIndexOf('\x1b[?25h')).toBeGreaterThan(stdout.lastIndexOf('\x1b[?25l'));
});

const scripts: [string, () => string[]][] = [
  ['flake.ts', () => ['build-noderun', '--runs', '1', '--out', join(dir, 'runs.jsonl')]],
  ['attack.ts', () => []],
];

test.each(scripts)(
  'SIGTERM ends script/%s with 143 and leaves nothing behind',
  {
    timeout: 120_000,
  },
  async (script, own) => {
    const path = join(import.meta.dirname, '../../script', script);
    const running = startCli(own(), { cwd: dir, by: ([node = '', , ...rest]) => [node, path, ...rest] });
    await expect.poll(() => ownedBy(running.pid), { timeout: 60_000, interval: 100 }).not.toEqual([]);
    running.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 143 });
    expect(await ownedBy(running.pid)).toEqual([]);
  },
);
