import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { OpenFolder } from './open-folder.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'drydock-test-'));
  await Promise.all([mkdir(join(base, 'app')), mkdir(join(base, 'outside'))]);
  await writeFile(join(base, 'app', 'file'), 'own');
  await writeFile(join(base, 'outside', 'file'), 'secret');
});
afterEach(() => rm(base, { recursive: true, force: true }));

it.runIf(process.platform === 'linux')('reads what it opened, not what its path leads to now', async () => {
  await using root = await OpenFolder.at(base);
  await using app = await root.folder('app');
  await rename(join(base, 'app'), join(base, 'moved'));
  await symlink('outside', join(base, 'app'));
  await using file = await app.file('file');
  expect((await file.readFile()).toString()).toBe('own');
});

it('opens no link, as a file or as a folder', async () => {
  await symlink('outside', join(base, 'link'));
  await symlink('outside/file', join(base, 'link-to-file'));
  await using root = await OpenFolder.at(base);
  await expect(root.folder('link')).rejects.toMatchObject({
    code: expect.stringMatching(/^(ELOOP|ENOTDIR)$/),
  });
  await expect(root.file('link-to-file')).rejects.toMatchObject({
    code: expect.stringMatching(/^(ELOOP|EMLINK)$/),
  });
});
