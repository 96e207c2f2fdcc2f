import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { pack } from 'tar-stream';

/** The regular files and the links of a folder and of those in it, as a tar archive, owned by root. */
export async function benchFiles(folder: string): Promise<Readable> {
  const archive = pack();
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path);
    if (entry.isSymbolicLink()) archive.entry({ name, type: 'symlink', linkname: await readlink(path) });
    if (entry.isFile()) archive.entry({ name, mode: (await stat(path)).mode & 0o777 }, await readFile(path));
  }
  archive.finalize();
  return Readable.from(archive);
}
