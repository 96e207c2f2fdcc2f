import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Result } from '../result.ts';
import { removeHalfFiles, syncFolder, writeAtomic } from './atomic-file.ts';
import { sameName } from './safe-name.ts';
import { lockFolder } from './store-lock.ts';
import { notStored, unusableFolder } from './store-trouble.ts';
import { attemptName, attemptsFolder, resultIn, StoredResults, textOf } from './stored-results.ts';

/**
 * The results of a class on disk, which one process at a time may write: one file for each student and assignment
 * (`results/<student>/<assignment>.json`), and beside it what was graded before (`<assignment>.attempts/`).
 */
export class ResultStore extends StoredResults implements Disposable {
  readonly #lock: Disposable;
  /** Results are put one after the other, so that two of one submission cannot pass each other. */
  #last: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, lock: Disposable) {
    super(folder);
    this.#lock = lock;
  }

  /**
   * Makes the folder where there is none, and removes the half files of a process that died.
   * @throws UsageError `STORE_IN_USE` while another process holds it, `STORE_FOLDER` when it cannot be a folder of ours
   */
  static async open(given: string): Promise<ResultStore> {
    const folder = resolve(given);
    const results = join(folder, 'results');
    try {
      await mkdir(results, { recursive: true });
    } catch (cause) {
      throw unusableFolder(folder, cause);
    }
    const lock = await lockFolder(folder);
    try {
      for (const below of await foldersIn(results)) await removeHalfFiles(below);
      await removeHalfFiles(folder);
      await syncFolder(folder);
    } catch (cause) {
      lock[Symbol.dispose]();
      throw unusableFolder(folder, cause);
    }
    return new ResultStore(folder, lock);
  }

  /**
   * Makes a result, as it was graded, the current one of its student and assignment. What was current stays among the
   * attempts; to put the same result again changes nothing. When this returns, no crash can take the result away.
   * @throws SandboxError `STORE_WRITE` when the disk would not take it; what was stored before is whole
   */
  put(result: Result): Promise<void> {
    const done = this.#last.then(() => this.#put({ ...result, student: sameName(result.student) }));
    this.#last = done.catch(() => undefined);
    return done;
  }

  /** Lets go of the folder. Results still being put are waited for by whoever put them. */
  [Symbol.dispose](): void {
    this.#lock[Symbol.dispose]();
  }

  async #put(result: Result): Promise<void> {
    const path = this.pathOf(result.student, result.assignment);
    const text = `${JSON.stringify(result, null, 2)}\n`;
    try {
      await makeFolder(dirname(path));
      const before = await textOf(path);
      if (before === text) return;
      if (before !== undefined) await keep(before, path, result);
      await writeAtomic(path, text);
    } catch (cause) {
      throw notStored(path, cause);
    }
  }
}

/** Keeps what is about to be replaced; what is no result keeps its text under a name that no reader takes for one. */
async function keep(text: string, path: string, { student, assignment }: Result): Promise<void> {
  const folder = attemptsFolder(path);
  await makeFolder(folder);
  let name: string;
  try {
    name = attemptName(text, resultIn(text, path, student, assignment).startedAt);
  } catch {
    name = attemptName(text, 'unreadable').replace(/json$/, 'bad');
  }
  await writeAtomic(join(folder, name), text);
}

async function makeFolder(folder: string): Promise<void> {
  if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(dirname(folder));
}

async function foldersIn(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}
