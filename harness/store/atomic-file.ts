import { randomUUID } from 'node:crypto';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const half = /^\..+\.half$/;

/**
 * Writes a file so that whoever looks sees the old text or the new one, whatever happens: beside it first, onto the
 * disk, then under its name. The caller makes the folder. Returns when the disk has it.
 */
export async function writeAtomic(path: string, text: string): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.half`);
  try {
    await using file = await open(beside, 'wx');
    await file.writeFile(text);
    await file.sync();
    await rename(beside, path);
  } catch (thrown) {
    await rm(beside, { force: true });
    throw thrown;
  }
  await syncFolder(dirname(path));
}

/** Makes the disk remember which names a folder has. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and keeps names by itself.
  if (process.platform === 'win32') return;
  await using handle = await open(folder, 'r');
  await handle.sync();
}

/** Removes what a process left behind that died while it wrote into a folder. */
export async function removeHalfFiles(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (half.test(name)) await rm(join(folder, name), { force: true });
}
