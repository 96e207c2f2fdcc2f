import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import { validateResult } from '../../manifest/index.ts';
import type { Result } from '../../result.ts';

/** A class of 500 with five assignments and all evidence stays below this, in bytes. */
const mostBytes = 1 << 30;

/**
 * The results in files and folders (all `.json` below them), oldest first; of a student's attempts at an assignment the
 * latest. In a folder, JSON that is no result is left alone; a file that was named must be one.
 * @throws UsageError for what cannot be read, is no result, or is written in another version of the schema
 */
export async function readResults(paths: readonly string[], cwd: string): Promise<Result[]> {
  const found: Result[] = [];
  for (const path of paths) {
    const info = await stat(resolve(cwd, path)).catch((cause) => Promise.reject(unreadable(path, cause)));
    const named = !info.isDirectory();
    const files = named ? [path] : await jsonBelow(path, cwd);
    for (const file of files) found.push(...(await resultsIn(file, cwd, named)));
  }
  if (found.length === 0) throw none(paths);
  return latest(found);
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

function latest(results: readonly Result[]): Result[] {
  const sorted = results.toSorted((one, other) => one.startedAt.localeCompare(other.startedAt));
  return [...new Map(sorted.map((result) => [`${result.student}\n${result.assignment}`, result])).values()];
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
