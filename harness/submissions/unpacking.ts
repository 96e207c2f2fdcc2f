import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { entryPath } from './entry-path.ts';
import { HandedInTrouble } from './handed-in-trouble.ts';
import type { LeftOut } from './intake.ts';

/**
 * Caps on what one archive or repository may become. A submission has caps of its own when it is graded; these are
 * wider, because one archive may hold all assignments of a course.
 */
export const unpackCaps: UnpackCaps = { entries: 20_000, bytes: 256 * 2 ** 20 };

/** Caps on the archive of a whole class, which an operator packed or a learning platform did. */
export const classCaps: UnpackCaps = { entries: 1_000_000, bytes: 16 * 2 ** 30 };

/** How many entries and bytes may come out of something. */
export interface UnpackCaps {
  readonly entries: number;
  readonly bytes: number;
}

/** Enough to say what kind of thing was left out. */
const leftOutCap = 100;
/** Text packs about tenfold, a log of equal lines a hundredfold; from here on it was made to burst. */
const bombTimes = 250;
/** Below this an archive bursts nothing, however well it packs. */
const harmlessBytes = 8 * 2 ** 20;

/**
 * A folder being filled with files from somewhere untrusted: regular files and folders alone, each made anew, every
 * path checked, entries and bytes counted as declared and as they come.
 */
export class Unpacking {
  readonly folder: string;
  readonly leftOut: LeftOut[] = [];
  readonly #packedBytes: number;
  readonly #caps: UnpackCaps;
  /** What is there already, by its name without regard to capitals. */
  readonly #taken = new Map<string, { path: string; kind: 'file' | 'folder' }>();
  #entries = 0;
  #bytes = 0;

  /** `packedBytes` is the archive's own size; Infinity where what comes was never packed. */
  constructor(folder: string, packedBytes: number, caps = unpackCaps) {
    this.folder = folder;
    this.#packedBytes = packedBytes;
    this.#caps = caps;
  }

  /** The safe path of an entry, which counts from now on; undefined when it is no part of a submission. */
  enter(name: string): string | undefined {
    this.#entries += 1;
    this.refuseEntries(this.#entries);
    return entryPath(name);
  }

  /** Makes a folder and those around it; one that is there already is fine. */
  async makeFolder(path: string): Promise<void> {
    this.#claim(path, 'folder');
    await mkdir(join(this.folder, path), { recursive: true });
  }

  /** Writes a file that must not be there yet, never more of it than was `declared` and there is room for. */
  async writeFile(
    path: string,
    options: { declared: number; executable: boolean },
    chunks: AsyncIterable<unknown> | Iterable<unknown>,
  ): Promise<void> {
    this.#claim(path, 'file');
    this.refuseBytes(this.#bytes + options.declared);
    const target = join(this.folder, path);
    await mkdir(dirname(target), { recursive: true });
    await using file = await open(target, 'wx', options.executable ? 0o755 : 0o644);
    let written = 0;
    for await (const chunk of chunks) {
      const bytes = chunk as Buffer;
      written += bytes.length;
      if (written > options.declared) throw broken(`${path}: more bytes than it says`);
      await file.writeFile(bytes);
    }
    if (written < options.declared) throw broken(`${path}: fewer bytes than it says`);
    this.#bytes += written;
  }

  /** Notes something that is no file and was not written. */
  leave(path: string, why: LeftOut['why']): void {
    if (this.leftOut.length < leftOutCap) this.leftOut.push({ path, why });
  }

  /** Throws HandedInTrouble `TOO_MANY_ENTRIES`. */
  refuseEntries(count: number): void {
    const cap = this.#caps.entries;
    if (count > cap) throw new HandedInTrouble('TOO_MANY_ENTRIES', { cap });
  }

  /**
   * Throws HandedInTrouble for more bytes, of files or of a whole stream with `headers`, than may be, and for more than
   * an honest archive of this size would become.
   */
  refuseBytes(bytes: number, headers = 0): void {
    if (bytes > harmlessBytes && bytes > this.#packedBytes * bombTimes)
      throw new HandedInTrouble('ARCHIVE_BOMB', { times: bombTimes });
    const { bytes: cap, entries } = this.#caps;
    if (bytes > cap + headers * entries)
      throw new HandedInTrouble('TOO_MANY_BYTES', { megabytes: cap / 2 ** 20 });
  }

  /** What two systems would take for one name must not be two files: which of them was meant, nobody knows. */
  #claim(path: string, kind: 'file' | 'folder'): void {
    const parts = path.split('/');
    for (const [index] of parts.entries()) {
      const at = parts.slice(0, index + 1).join('/');
      const whole = index === parts.length - 1;
      const claimed = { path: at, kind: whole ? kind : 'folder' } as const;
      const taken = this.#taken.get(at.toLowerCase());
      if (taken === undefined) this.#taken.set(at.toLowerCase(), claimed);
      else if (taken.path !== at)
        throw new HandedInTrouble('CASE_COLLISION', { path: at, other: taken.path });
      else if (taken.kind === 'file' || claimed.kind === 'file')
        throw new HandedInTrouble('DUPLICATE_PATH', { path: at });
    }
  }
}

/** An archive that does not hold what it says. */
export function broken(detail: string, cause?: unknown): HandedInTrouble {
  return new HandedInTrouble('ARCHIVE_BROKEN', { detail }, cause);
}
