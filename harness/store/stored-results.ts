import { createHash } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { validateResult } from '../manifest/index.ts';
import type { Result } from '../result.ts';
import { safeName, sameName } from './safe-name.ts';
import { notAResult } from './store-trouble.ts';

/** Evidence is capped where it is recorded, far below this: in bytes. */
const mostBytes = 64 << 20;

/** Told of a file that stands where a result should and is none. */
export type OnTrouble = (trouble: UsageError, path: string) => void;

/** The results in a folder, as they are at each moment: to be read also while a run writes more. */
export class StoredResults {
  /** Absolute. */
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * The result that counts before any policy: the latest that was put. Undefined where nothing was graded yet.
   * @throws UsageError `STORE_FILE`, `RESULT_VERSION` or `RESULT_INVALID` when what lies there is no result
   */
  async current(student: string, assignment: string): Promise<Result | undefined> {
    const path = this.pathOf(student, assignment);
    const text = await textOf(path);
    return text === undefined ? undefined : resultIn(text, path, student, assignment);
  }

  /** All earlier results of one assignment, oldest first, without the current one. Trouble is thrown unless taken. */
  async attempts(student: string, assignment: string, onTrouble: OnTrouble = raise): Promise<Result[]> {
    const folder = attemptsFolder(this.pathOf(student, assignment));
    // A run that died in between has kept the current one as an attempt already, and not yet put the next.
    const current = await textOf(this.pathOf(student, assignment));
    const found: Result[] = [];
    for (const name of (await entriesOf(folder)).map((entry) => entry.name).filter(isResultName)) {
      const path = join(folder, name);
      const text = await textOf(path);
      if (text === undefined || text === current) continue;
      const result = taken(() => resultIn(text, path, student, assignment), path, onTrouble);
      if (result) found.push(result);
    }
    return found.sort((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt));
  }

  /** Every current result, one in memory at a time, by folder and file name. Trouble is thrown unless taken. */
  async *all(onTrouble: OnTrouble = raise): AsyncGenerator<Result> {
    const root = join(this.folder, 'results');
    for (const folder of (await entriesOf(root)).filter((entry) => entry.isDirectory()))
      for (const { name } of await entriesOf(join(root, folder.name))) {
        if (!isResultName(name)) continue;
        const path = join(root, folder.name, name);
        const text = await textOf(path);
        if (text === undefined) continue;
        const result = taken(() => this.#resultAt(text, path), path, onTrouble);
        if (result) yield result;
      }
  }

  /** Where the current result of a student's assignment is. */
  protected pathOf(student: string, assignment: string): string {
    return join(this.folder, 'results', safeName(student), `${safeName(assignment)}.json`);
  }

  /** A result that was found by walking must lie where its names would put it. */
  #resultAt(text: string, path: string): Result {
    const result = validateResult(parsed(text, path), path);
    if (this.pathOf(result.student, result.assignment) !== path) throw elsewhere(path, result);
    return result;
  }
}

/** Whether a folder is one of a bulk run's results: it has been opened as such, or has a run's record. */
export async function isStore(folder: string): Promise<boolean> {
  const names = (await entriesOf(folder)).map(({ name }) => name);
  return names.includes('results') && (names.includes('.lock') || names.includes('run.json'));
}

/** The folder of earlier attempts beside a current result. */
export function attemptsFolder(current: string): string {
  return current.replace(/\.json$/, '.attempts');
}

/** The file name of an attempt: when it was graded, and eight hexadecimal digits of its content. */
export function attemptName(text: string, startedAt: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${startedAt.replaceAll(':', '-')}-${hash}.json`;
}

/** The text of a file, undefined where there is none. Throws UsageError `STORE_FILE` for one that cannot be read. */
export async function textOf(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) throw new RangeError(`${size} bytes, and ${mostBytes} are the most`);
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw notAResult(path, { ko: why, en: why }, cause);
  }
}

/** A stored text as the result of this very student and assignment. Throws UsageError for anything else. */
export function resultIn(text: string, path: string, student: string, assignment: string): Result {
  const result = validateResult(parsed(text, path), path);
  if (sameName(result.student) !== sameName(student) || result.assignment !== assignment)
    throw elsewhere(path, result);
  return result;
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw notAResult(path, { ko: `JSON이 아닙니다(${why}).`, en: `it is not JSON (${why}).` }, cause);
  }
}

function elsewhere(path: string, { student, assignment }: Result): UsageError {
  return notAResult(path, {
    ko: `다른 제출물의 결과입니다(학생 "${student}", 과제 "${assignment}").`,
    en: `it is the result of another submission (student "${student}", assignment "${assignment}").`,
  });
}

/** What can be read of a folder, by name; nothing where there is no folder. */
async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === 'ENOENT') return [];
    throw notAResult(folder, { ko: thrown.message, en: thrown.message }, thrown);
  });
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function isResultName(name: string): boolean {
  return name.endsWith('.json') && !name.startsWith('.');
}

function taken(read: () => Result, path: string, onTrouble: OnTrouble): Result | undefined {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof UsageError)) throw thrown;
    onTrouble(thrown, path);
    return undefined;
  }
}

function raise(trouble: UsageError): never {
  throw trouble;
}
