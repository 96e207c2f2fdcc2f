import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { gitOutput } from './git-output.ts';
import { type GitCommand, runGit } from './git-process.ts';

let dir: string;
let command: Omit<GitCommand, 'args'>;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-git-'));
  command = { gitDir: join(dir, 'bare'), signal: new AbortController().signal, deadlineMs: 30_000 };
});
afterEach(() => rm(dir, { recursive: true }));

/** git runs what a `!` alias says in a shell: a command that lasts as long as a test wants. */
const shell = (script: string, more: Partial<GitCommand> = {}, cap = 1000) =>
  gitOutput({ ...command, args: ['-c', `alias.run=!${script}`, 'run'], ...more }, cap);

test('what it prints, and how it ended', async () => {
  expect(await shell('echo out; echo err >&2; exit 3')).toMatchObject({
    ok: false,
    stdout: Buffer.from('out\n'),
    stderr: 'err\n',
  });
  expect((await shell('true')).ok).toBe(true);
});

test('a reader that gives up in the midst of it ends it', async () => {
  const args = ['-c', 'alias.run=!seq 1000000', 'run'];
  const givesUp = runGit({ ...command, args }, async (stdout) => {
    // As ByteReader does: taken piece by piece, and never told that nobody goes on.
    await stdout[Symbol.asyncIterator]().next();
    throw new RangeError('enough');
  });
  await expect(givesUp).rejects.toThrow('enough');
});

test('nothing of the surroundings but what is needed', async () => {
  process.env.DRYDOCK_TEST_SECRET = 'x';
  process.env.GIT_SSL_NO_VERIFY = '1';
  try {
    const { stdout } = await shell('env', {}, 10_000);
    expect(stdout.toString()).not.toMatch(/DRYDOCK_TEST_SECRET|GIT_SSL_NO_VERIFY/);
    expect(stdout.toString()).toContain('GIT_CONFIG_GLOBAL=/dev/null');
    expect(stdout.toString()).toContain('GIT_TERMINAL_PROMPT=0');
  } finally {
    delete process.env.DRYDOCK_TEST_SECRET;
    delete process.env.GIT_SSL_NO_VERIFY;
  }
});

test('a password reaches git, for its server alone, and no command line', async () => {
  const secret = `s3cret '"$PATH\``;
  const credentials = { origin: 'https://example.org:8443', user: 'kim', password: secret };
  const fill = (host: string) =>
    gitOutput(
      {
        ...{ ...command, credentials, args: ['credential', 'fill'] },
        stdin: `protocol=https\nhost=${host}\npath=lab.git\n\n`,
      },
      1000,
    );
  expect((await fill('example.org:8443')).stdout.toString()).toContain(`username=kim\npassword=${secret}\n`);
  expect((await fill('example.com')).ok).toBe(false);
  const { stdout } = await shell('cat /proc/$PPID/cmdline /proc/self/cmdline', { credentials }, 10_000);
  expect(stdout.toString()).toContain('credential.https://example.org:8443.helper');
  expect(stdout.toString()).not.toContain('s3cret');
});

test('too long, too large, too much to say: ended with all that it started', async () => {
  expect(await shell('sleep 600 & sleep 600', { deadlineMs: 300 })).toMatchObject({
    ok: false,
    cause: 'time',
  });
  expect(await shell('sleep 600', { tooLarge: async () => true })).toMatchObject({
    ok: false,
    cause: 'size',
  });
  expect(await shell('yes')).toMatchObject({ ok: false, cause: 'size' });
});

test('an interruption ends it', async () => {
  const interruption = new AbortController();
  const ended = shell('sleep 600', { signal: interruption.signal });
  setTimeout(() => interruption.abort(new RangeError('stop')), 100);
  await expect(ended).rejects.toThrow('stop');
});

test('no git on the machine is the operator’s', async () => {
  const path = process.env.PATH;
  process.env.PATH = dir;
  try {
    await expect(shell('true')).rejects.toMatchObject({ name: 'UsageError', code: 'GIT_MISSING' });
  } finally {
    process.env.PATH = path;
  }
});

test.each(['ext::sh -c true', 'http://127.0.0.1:1/a', 'git://127.0.0.1:1/a', 'file:///'])(
  'git itself refuses %s',
  async (url) => {
    await gitOutput({ ...command, args: ['init', '-q', '--bare', '--template='] }, 1000);
    const { ok, stderr } = await gitOutput({ ...command, args: ['fetch', '--', url, 'HEAD'] }, 1000);
    expect(ok).toBe(false);
    expect(stderr).toMatch(/transport '\w+' not allowed/);
  },
);
