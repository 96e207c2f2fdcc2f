import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UsageError } from '../errors.ts';
import { folderCaps, readSubmission } from './submission-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('readSubmission', () => {
  it('finds nothing in a folder that is empty or not there', async () => {
    expect(await readSubmission(folder)).toBeUndefined();
    expect(await readSubmission(join(folder, 'nowhere'))).toBeUndefined();
  });

  it('reads files in sub-folders with their modes, sorted, and hashes them', async () => {
    await mkdir(join(folder, 'app'));
    await writeFile(join(folder, 'solution.sh'), 'docker ps\n', { mode: 0o755 });
    await writeFile(join(folder, 'app', '파일.js'), '1');
    const read = await readSubmission(folder);
    expect(read?.files.map(({ path, executable }) => [path, executable])).toEqual([
      ['app/파일.js', false],
      ['solution.sh', true],
    ]);
    expect(read?.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
    await writeFile(join(folder, 'solution.sh'), 'docker ps -a\n');
    expect((await readSubmission(folder))?.hash).not.toBe(read?.hash);
  });

  it('follows no link, blocks on no pipe, and leaves .git out', async () => {
    await symlink('/etc/passwd', join(folder, 'link'));
    await symlink('/etc', join(folder, 'folder-link'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, '.git', 'config'), 'x');
    await writeFile(join(folder, 'solution.sh'), 'docker ps\n');
    const read = await readSubmission(folder);
    expect(read?.files.map(({ path }) => path)).toEqual(['solution.sh']);
    expect(read?.skipped).toEqual(['folder-link', 'link', 'pipe']);
  });

  it('refuses a folder beyond the caps with the path that broke them', async () => {
    const deep = Array.from({ length: folderCaps.depth + 2 }, () => 'd').join('/');
    await mkdir(join(folder, deep), { recursive: true });
    await expect(readSubmission(folder)).rejects.toThrow(UsageError);
    await expect(readSubmission(folder)).rejects.toThrow('larger than the limits');
  });

  it.each([
    ['links', (path: string) => symlink('nowhere', path)],
    ['folders', (path: string) => mkdir(path)],
  ])('refuses %s without number, though they hold nothing', async (_what, make) => {
    for (let index = 0; index <= folderCaps.files; index += 1) await make(join(folder, `x${index}`));
    await expect(readSubmission(folder)).rejects.toMatchObject({ code: 'SUBMISSION_TOO_LARGE' });
  });
});
