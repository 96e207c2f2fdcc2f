import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, lstat, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { committedAt, SourceRepository } from '../testing/source-repository.ts';
import { gitAddress } from './git-address.ts';
import { takeCommit } from './take-commit.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-git-'));
});
afterEach(() => rm(dir, { recursive: true }));

const repository = (files: Record<string, string> = {}) => SourceRepository.make(join(dir, 'source'), files);
const taking = (ref?: string, signal = new AbortController().signal) => {
  const address = gitAddress(join(dir, 'source'), dir, true);
  return takeCommit(address, ref, { bare: join(dir, 'bare'), folder: join(dir, 'out') }, signal);
};
const refusal = async (ref?: string) => {
  const thrown = await taking(ref).catch((error: unknown) => error);
  expect(thrown).toHaveProperty('name', 'HandedInTrouble');
  return (thrown as { reason: { code: string; fault: string } }).reason;
};
const files = async () => (await readdir(join(dir, 'out'), { recursive: true })).sort();
const read = (path: string) => readFile(join(dir, 'out', path), 'utf8');

describe('one commit', () => {
  test('of the branch that is shown first, with its date, without its history', async () => {
    const source = await repository({ 'a.txt': 'old' });
    await source.write('run.sh', '#!/bin/sh\n');
    await source.git('add', '--chmod=+x', 'run.sh');
    await source.commit({ 'a.txt': 'new\r\n', '한글/과제.txt': 'x' });
    expect(await taking()).toEqual({ submittedAt: committedAt, leftOut: [] });
    expect(await files()).toEqual(['a.txt', 'run.sh', '한글', '한글/과제.txt']);
    expect(await read('a.txt')).toBe('new\r\n');
    expect((await lstat(join(dir, 'out/run.sh'))).mode & 0o777).toBe(0o755);
    await expect(access(join(dir, 'bare'))).rejects.toThrow();
  });

  test('by its number, a branch or a tag', async () => {
    const source = await repository();
    const first = await source.commit({ 'a.txt': 'first' });
    await source.git('tag', '-a', '-m', 'handed in', 'submit/1');
    await source.commit({ 'a.txt': 'second' });
    for (const ref of [first, 'submit/1']) {
      await taking(ref);
      expect(await read('a.txt')).toBe('first');
      await rm(join(dir, 'out'), { recursive: true });
    }
    await taking('main');
    expect(await read('a.txt')).toBe('second');
  });

  test('the number of a folder or a file is the operator’s slip, not a damaged repository', async () => {
    const source = await repository({ 'a.txt': 'x' });
    for (const object of ['HEAD^{tree}', 'HEAD:a.txt'])
      expect(await refusal(await source.git('rev-parse', object))).toMatchObject({
        ...{ code: 'GIT_REF', fault: 'operator' },
      });
  });

  test.each(['--upload-pack=x', 'a..b', 'main:refs/heads/x', '+main', 'a b', '', '^main', 'x@{1}', 'x.lock'])(
    'the ref %j is refused',
    async (ref) => {
      expect(await refusal(ref)).toMatchObject({ code: 'GIT_REF' });
    },
  );

  test('that is not there, of what is there and of what is not', async () => {
    await repository();
    expect(await refusal('f'.repeat(40))).toMatchObject({ code: 'GIT_NO_COMMIT', fault: 'operator' });
    expect((await refusal('gone')).code).toBe('GIT_NO_COMMIT');
    await rm(join(dir, 'source', '.git', 'refs', 'heads', 'main'));
    expect(await refusal()).toMatchObject({ code: 'GIT_EMPTY', fault: 'student' });
    await rm(join(dir, 'source'), { recursive: true });
    expect(await refusal()).toMatchObject({ code: 'GIT_UNREACHABLE', fault: 'operator' });
  });

  test('an interruption ends it', async () => {
    await repository();
    await expect(taking(undefined, AbortSignal.abort(new RangeError('stop')))).rejects.toThrow('stop');
  });
});

describe('hostile repositories', () => {
  test('longer than a fetch may last', async () => {
    const source = await repository();
    // A pipe that nobody writes to, in the place of a file that is read before anything is sent.
    await rm(join(source.path, '.git/HEAD'));
    await promisify(execFile)('mkfifo', [join(source.path, '.git/HEAD')]);
    const address = gitAddress(join(dir, 'source'), dir, true);
    const folders = { bare: join(dir, 'bare'), folder: join(dir, 'out') };
    const ended = takeCommit(address, undefined, folders, new AbortController().signal, {
      bytes: 2 ** 20,
      ms: 300,
    });
    await expect(ended).rejects.toMatchObject({ reason: { code: 'GIT_SLOW', fault: 'operator' } });
  });

  test('a machine that cannot keep a repository is not the student’s', async () => {
    const source = await repository();
    await writeFile(join(dir, 'bare'), '');
    await expect(taking(await source.git('rev-parse', 'HEAD'))).rejects.toMatchObject({
      name: 'SandboxError',
      code: 'GIT_INIT',
    });
  });

  test('more bytes than may be fetched', async () => {
    await repository({ noise: randomBytes(3 * 2 ** 20).toString('latin1') });
    const address = gitAddress(join(dir, 'source'), dir, true);
    const folders = { bare: join(dir, 'bare'), folder: join(dir, 'out') };
    const ended = takeCommit(address, undefined, folders, new AbortController().signal, {
      bytes: 2 ** 20,
      ms: 60_000,
    });
    await expect(ended).rejects.toMatchObject({ reason: { code: 'TOO_MANY_BYTES' } });
    expect(await readdir(dir)).toEqual(['source']);
  });

  test('no hook runs and no filter has a part', async () => {
    const mark = join(dir, 'ran');
    const source = await repository({
      '.gitattributes': '* filter=evil eol=crlf diff=evil\n',
      'a.txt': 'one\ntwo\n',
      '.gitmodules': `[submodule "x"]\n\tpath = x\n\turl = ext::sh -c touch% ${mark}\n`,
    });
    for (const hook of [
      'post-checkout',
      'post-merge',
      'reference-transaction',
      'pre-auto-gc',
      'fsmonitor-watchman',
    ])
      await writeFile(join(source.path, '.git/hooks', hook), `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
    for (const [name, value] of Object.entries({
      'filter.evil.smudge': `touch ${mark}`,
      'core.fsmonitor': `touch ${mark}`,
      'uploadpack.packObjectsHook': `touch ${mark}`,
      'core.sshCommand': `touch ${mark}`,
    }))
      await source.git('config', name, value);
    await taking();
    expect(await read('a.txt')).toBe('one\ntwo\n');
    expect(await files()).toEqual(['.gitattributes', '.gitmodules', 'a.txt']);
    await expect(access(mark)).rejects.toThrow();
  });

  test('links and submodules are left out and said, and what git LFS keeps elsewhere is said', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 99\n`;
    const source = await repository({ 'data.bin': pointer, 'a.txt': 'x' });
    await symlink('/etc/passwd', join(source.path, 'link'));
    await source.git('add', 'link');
    await source.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},sub`);
    await source.commit({});
    const { leftOut } = await taking();
    expect(leftOut.toSorted((one, other) => (one.path < other.path ? -1 : 1))).toEqual([
      { path: 'data.bin', why: 'lfs-pointer' },
      { path: 'link', why: 'link' },
      { path: 'sub', why: 'submodule' },
    ]);
    expect(await files()).toEqual(['a.txt', 'data.bin']);
  });

  test.each([['..'], ['a\\b'], ['\x1b[31m']])('a tree with the name %j is refused', async (name) => {
    const source = await repository({ 'a.txt': 'x' });
    await source.commitEntry('100644', await source.git('rev-parse', 'HEAD:a.txt'), name);
    expect((await refusal()).code).toBe('UNSAFE_PATH');
  });

  test('a tree with a .git of its own loses it', async () => {
    const source = await repository({ 'a.txt': 'x' });
    await source.commitEntry('100644', await source.git('rev-parse', 'HEAD:a.txt'), '.GIT');
    await taking();
    await expect(files()).rejects.toThrow('ENOENT');
  });

  test('names that differ in capitals are refused', async () => {
    await repository({ Dockerfile: 'x', dockerfile: 'y', 'more.txt': 'z'.repeat(2 ** 20) });
    expect((await refusal()).code).toBe('CASE_COLLISION');
  });
});
