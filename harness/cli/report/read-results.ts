import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { loadPolicies, validateResult } from '../../manifest/index.ts';
import type { Result, Student } from '../../result.ts';
import { adjusted, isStore, readOverrides, readStored, sameName } from '../../store/index.ts';

/** A class of 500 with five assignments and all evidence stays below this, in bytes. */
const mostBytes = 1 << 30;

/** What results are read with: paths from the command line. */
export interface ReadingOptions {
  /** Policies for late submissions and attempts. */
  readonly courseFile?: string | undefined;
  readonly overrides?: string | undefined;
  readonly roster?: readonly Student[] | undefined;
}

/** The results that count, and the class where it is known. */
export interface ReadResults {
  results: Result[];
  roster: readonly Student[] | undefined;
}

/**
 * The results in files and folders (all `.json` below them), oldest first; of a student's attempts at an assignment the
 * one that counts. In a folder, JSON that is no result is left alone; a file that was named must be one. The folder of
 * a bulk run is read with the roster, the course file and the overrides of that run, unless others are given.
 * @throws UsageError for what cannot be read, is no result, or is written in another version of the schema
 */
export async function readResults(
  paths: readonly string[],
  cwd: string,
  { courseFile, overrides, roster }: ReadingOptions = {},
): Promise<ReadResults> {
  const given = {
    courseFile: courseFile === undefined ? undefined : resolve(cwd, courseFile),
    overrides: overrides === undefined ? undefined : resolve(cwd, overrides),
    roster,
  };
  const gradings: Result[] = [];
  const counted: Result[] = [];
  let known = roster;
  for (const path of paths) {
    const info = await stat(resolve(cwd, path)).catch((cause) => Promise.reject(unreadable(path, cause)));
    if (info.isDirectory() && (await isStore(resolve(cwd, path)))) {
      const stored = await readStored(resolve(cwd, path), given);
      for (const { trouble } of stored.troubles) throw trouble;
      counted.push(...stored.results);
      known ??= stored.roster;
      continue;
    }
    const named = !info.isDirectory();
    const files = named ? [path] : await jsonBelow(path, cwd);
    for (const file of files) gradings.push(...(await resultsIn(file, cwd, named)));
  }
  if (gradings.length + counted.length === 0) throw none(paths);
  if (gradings.length > 0) counted.push(...(await adjustedBy(given, gradings)));
  // Files carry a name as whoever wrote them spelled it; a roster, and every table, has one spelling of it.
  const results = adjusted(counted, {}).map((result) => ({ ...result, student: sameName(result.student) }));
  return { results, roster: known };
}

async function adjustedBy(
  { courseFile, overrides, roster = [] }: ReadingOptions,
  gradings: readonly Result[],
): Promise<Result[]> {
  const oldestFirst = gradings.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
  return adjusted(oldestFirst, {
    policies: courseFile === undefined ? undefined : await loadPolicies(courseFile),
    overrides: overrides === undefined ? undefined : await readOverrides(overrides),
    known: { students: roster, assignments: [] },
  });
}

async function jsonBelow(folder: string, cwd: string): Promise<string[]> {
  const entries = await readdir(resolve(cwd, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function resultsIn(file: string, cwd: string, named: boolean): Promise<Result[]> {
  const path = resolve(cwd, file);
  let json: unknown;
  try {
    if ((await stat(path)).size > mostBytes) throw new RangeError(`more than ${mostBytes} bytes`);
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw unreadable(file, cause);
  }
  const values = Array.isArray(json) ? json : [json];
  return values.filter((value) => named || isOurs(value)).map((value) => validateResult(value, file));
}

function isOurs(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('schema' in value)) return false;
  return typeof value.schema === 'string' && value.schema.startsWith('drydock/result/');
}

function unreadable(path: string, cause: unknown): UsageError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new UsageError({
    code: 'RESULTS_UNREADABLE',
    message: {
      ko: `\`${path}\` 경로의 결과를 읽을 수 없습니다: ${detail}`,
      en: `The results in \`${path}\` cannot be read: ${detail}`,
    },
    hint: {
      ko: '`drydock check --json > results.json` 으로 만든 파일이나 그런 파일이 든 폴더를 주세요.',
      en: 'Give a file made by `drydock check --json > results.json`, or a folder of such files.',
    },
    cause,
  });
}

function none(paths: readonly string[]): UsageError {
  const places = paths.map((path) => `\`${path}\``).join(', ');
  return new UsageError({
    code: 'NO_RESULTS',
    message: { ko: `${places} 경로에 결과가 없습니다.`, en: `There are no results in ${places}.` },
    hint: {
      ko: '먼저 채점하세요: `drydock check --json > results.json`',
      en: 'Grade first: `drydock check --json > results.json`',
    },
  });
}
