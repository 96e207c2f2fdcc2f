import { readdir } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { archiveName, unpack } from './archive/index.ts';
import { HandedInTrouble } from './handed-in-trouble.ts';
import { classArchiveTrouble } from './intake-trouble.ts';
import type { Looking } from './submissions-in.ts';
import { classCaps } from './unpacking.ts';

/** The archives of whole classes that were unpacked: what came out of one is called by the archive's name, for people. */
export class ClassArchives {
  readonly #looking: Looking;
  readonly #folders = new Map<string, string>();

  constructor(looking: Looking) {
    this.#looking = looking;
  }

  /**
   * Unpacks one and says where to. A folder that was packed as it is lies in its archive once more.
   * @throws UsageError `SUBMISSIONS_ARCHIVE`, for it is the operator's own
   */
  async open(path: string): Promise<string> {
    const folder = await this.#looking.freshFolder();
    try {
      await unpack(path, folder, this.#looking.signal, classCaps);
    } catch (thrown) {
      if (thrown instanceof HandedInTrouble) throw classArchiveTrouble(path, thrown.reason.message, thrown);
      throw thrown;
    }
    const [only, ...others] = await readdir(folder);
    const packed = archiveName(basename(path));
    const inner = only !== undefined && only === packed && others.length === 0 ? join(folder, only) : folder;
    this.#folders.set(inner, path);
    return inner;
  }

  /** Where something came from, by the name of the archive that it was in. */
  sourceOf(path: string): string {
    for (const [folder, archive] of this.#folders)
      if (path.startsWith(folder + sep)) return join(archive, path.slice(folder.length));
    return path;
  }
}
