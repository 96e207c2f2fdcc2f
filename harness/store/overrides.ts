import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { csvText } from '../csv-text.ts';
import { UsageError } from '../errors.ts';
import type { Override } from '../scoring/index.ts';
import { sameName } from './safe-name.ts';

/** An override and the line of the file that it stands on. */
export interface WrittenOverride extends Override {
  line: number;
}

/** The overrides of a class, and the file they were read from. */
export interface Overrides {
  path: string;
  all: readonly WrittenOverride[];
}

/** One mistake in a file of overrides. */
export interface OverrideFault {
  line: number;
  text: { ko: string; en: string };
}

/** Far more than a class has, in bytes. */
const mostBytes = 16 << 20;
const required = ['student', 'assignment', 'score', 'reason'] as const;

/**
 * Reads a CSV of overrides: `student,assignment,score,reason` and, where it is said, `by`, in any order of columns.
 * @throws UsageError `OVERRIDES_UNREADABLE`, or `OVERRIDES` with every mistake as `path:line: what is wrong`
 */
export async function readOverrides(path: string): Promise<Overrides> {
  const records = recordsOf(await textOf(path), path);
  const header = (records[0]?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = required.filter((name) => !header.includes(name));
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index);
  if (missing.length > 0) throw overridesInvalid(path, [{ line: 1, text: noColumns(missing) }]);
  if (twice !== undefined) throw overridesInvalid(path, [{ line: 1, text: columnTwice(twice) }]);
  const faults: OverrideFault[] = [];
  const all = records.slice(1).flatMap(({ line, cells }) => {
    const cell = (name: string) => plainCell(cells[header.indexOf(name)] ?? '');
    const score = cell('score');
    const read = {
      student: sameName(cell('student')),
      assignment: cell('assignment'),
      reason: cell('reason'),
    };
    for (const [name, value] of Object.entries({ ...read, score }))
      if (value === '') faults.push({ line, text: emptyCell(name) });
    if (score !== '' && !/^\d{1,6}$/.test(score)) faults.push({ line, text: noScore(score) });
    const by = cell('by');
    return [{ ...read, score: Number(score), line, ...(by === '' ? {} : { by }) }];
  });
  if (faults.length > 0) throw overridesInvalid(path, faults);
  return { path, all };
}

/** The operator's: a file of overrides cannot be meant as it is written. Nothing of it is applied. */
export function overridesInvalid(path: string, faults: readonly OverrideFault[]): UsageError {
  const sorted = faults.toSorted((one, other) => one.line - other.line);
  const lines = (locale: 'ko' | 'en') =>
    sorted.map(({ line, text }) => `${path}:${line}: ${text[locale]}`).join('\n');
  return new UsageError({
    code: 'OVERRIDES',
    message: { ko: lines('ko'), en: lines('en') },
    hint: {
      ko: `\`${path}\` 파일의 ${sorted[0]?.line}번째 줄부터 고친 뒤 같은 명령을 실행하세요. 고칠 때까지 어떤 점수도 바꾸지 않습니다.`,
      en: `Start at line ${sorted[0]?.line} of \`${path}\`, then run the same command. Until then no score is overridden.`,
    },
  });
}

function recordsOf(csv: string, path: string): { line: number; cells: string[] }[] {
  // Excel writes semicolons where a comma is the decimal sign.
  const [firstLine = ''] = csv.split(/\r?\n/, 1);
  const delimiter = firstLine.includes(',') || !firstLine.includes(';') ? ',' : ';';
  try {
    const rows = parse(csv, {
      ...{ bom: true, delimiter, info: true, relax_column_count: true, max_record_size: 65_536 },
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return rows
      .map(({ record, info }) => ({ line: info.lines, cells: record }))
      .filter(({ cells }) => cells.some((value) => value.trim() !== ''));
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** Spreadsheets' tools put an apostrophe before what would be a formula: it is no part of the value. */
function plainCell(value: string): string {
  return value.trim().replace(/^'(?=[=+\-@\t\r])/, '');
}

async function textOf(path: string): Promise<string> {
  try {
    const text = await readFile(path);
    if (text.byteLength > mostBytes) throw new RangeError(`${text.byteLength} bytes`);
    return csvText(text);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function unreadable(path: string, cause: unknown): UsageError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new UsageError({
    code: 'OVERRIDES_UNREADABLE',
    message: {
      ko: `\`${path}\` 점수 수정 파일을 CSV로 읽을 수 없습니다: ${detail}`,
      en: `The overrides \`${path}\` cannot be read as CSV: ${detail}`,
    },
    hint: {
      ko: 'CSV(UTF-8)로 다시 저장하거나, 파일이 있는 곳을 `--overrides` 옵션으로 알려 주세요.',
      en: 'Save it again as CSV (UTF-8), or say where it is: `--overrides FILE`.',
    },
    cause,
  });
}

function noColumns(names: readonly string[]) {
  const list = names.map((name) => `\`${name}\``).join(', ');
  return {
    ko: `${list} 열이 없습니다. 첫 줄은 \`student,assignment,score,reason,by\` 여야 합니다.`,
    en: `there is no column ${list}; the first line should be \`student,assignment,score,reason,by\``,
  };
}

function columnTwice(name: string) {
  return { ko: `\`${name}\` 열이 두 개 있습니다.`, en: `there are two columns \`${name}\`` };
}

function emptyCell(name: string) {
  return { ko: `\`${name}\` 칸이 비어 있습니다.`, en: `\`${name}\` is empty` };
}

function noScore(score: string) {
  return {
    ko: `\`score\` 칸의 "${score}" 값은 0 이상의 정수가 아닙니다.`,
    en: `\`score\` is "${score}", and must be a whole number, 0 or more`,
  };
}
