import { readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { archiveName, unpack } from './archive/index.ts';
import { HandedInTrouble } from './handed-in-trouble.ts';
import type { LeftOut } from './intake.ts';
import { classArchiveTrouble } from './intake-trouble.ts';
import type { Looking } from './submissions-in.ts';
import { classCaps } from './unpacking.ts';

/** The archives of whole classes that were unpacked: what came out of one is called by the archive's name, for people. */
export class ClassArchives {
  readonly #looking: Looking;
  readonly #opened: { folder: string; archive: string; leftOut: readonly LeftOut[] }[] = [];

  constructor(looking: Looking) {
    this.#looking = looking;
  }

  /**
   * Unpacks one and says where to. A folder that was packed as it is lies in its archive once more.
   * @throws UsageError `SUBMISSIONS_ARCHIVE`, for it is the operator's own
   */
  async open(path: string): Promise<string> {
    const folder = await this.#looking.freshFolder();
    let leftOut: readonly LeftOut[];
    try {
      leftOut = await unpack(path, folder, this.#looking.signal, classCaps);
    } catch (thrown) {
      if (thrown instanceof HandedInTrouble) throw classArchiveTrouble(path, thrown.reason.message, thrown);
      throw thrown;
    }
    const [only, ...others] = await readdir(folder);
    const packed = archiveName(basename(path));
    const wrapped = only !== undefined && only === packed && others.length === 0;
    const inner = wrapped ? join(folder, only) : folder;
    const below = leftOut.map((left) => ({ ...left, path: relative(inner, join(folder, left.path)) }));
    this.#opened.push({ folder: inner, archive: path, leftOut: below });
    return inner;
  }

  /** Where something came from, by the name of the archive that it was in, and what of it was not unpacked. */
  originOf(path: string): { source: string; leftOut: LeftOut[] } {
    const opened = this.#opened.find(({ folder }) => path.startsWith(folder + sep));
    if (opened === undefined) return { source: path, leftOut: [] };
    const within = path.slice(opened.folder.length + 1);
    const leftOut = opened.leftOut
      .filter((left) => left.path.startsWith(`${within}/`))
      .map((left) => ({ ...left, path: left.path.slice(within.length + 1) }));
    return { source: join(opened.archive, within), leftOut };
  }
}
