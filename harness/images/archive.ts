import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pack } from 'tar-stream';

/** Same everywhere, so that what is made of an archive is the same too. */
const madeAt = new Date('2023-11-01T00:00:00Z');

/** The files of a flat folder, or some of them, as a tar archive, owned by root. */
export async function tarOf(folder: string, names?: readonly string[]): Promise<Readable> {
  const archive = pack();
  for (const name of names ?? (await readdir(folder)).sort()) {
    const file = join(folder, name);
    const executable = ((await stat(file)).mode & 0o100) !== 0;
    archive.entry(
      { name, mode: executable ? 0o755 : 0o644, uid: 0, gid: 0, mtime: madeAt },
      await readFile(file),
    );
  }
  archive.finalize();
  return Readable.from(archive);
}
