import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { csvText } from '../csv-text.ts';
import { listTrouble } from './intake-trouble.ts';

/** A row by the names of its columns, in lower case, and where it stands in its file. */
export interface CsvRow {
  readonly cells: ReadonlyMap<string, string>;
  /** For people: `urls.csv:3`. */
  readonly at: string;
}

const capBytes = 16 * 2 ** 20;

/**
 * The rows of a CSV file with a header. Takes a byte order mark, semicolons, blank lines and rows of any length.
 * @throws UsageError `SUBMISSIONS_CSV` when it cannot be read, or is no CSV
 */
export async function csvRows(path: string): Promise<CsvRow[]> {
  const text = await textOf(path);
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const delimiter = firstLine.includes(',') || !firstLine.includes(';') ? ',' : ';';
  const options = { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true, info: true };
  try {
    const [header, ...rows] = parse(text, options) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const names = (header?.record ?? []).map((name) => name.trim().toLowerCase());
    return rows.map(({ record, info }) => ({
      cells: new Map(names.map((name, index) => [name, (record[index] ?? '').trim()])),
      at: `${path}:${info.lines}`,
    }));
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw listTrouble(path, { ko: `CSV가 아닙니다(${detail}).`, en: `It is no CSV (${detail}).` }, cause);
  }
}

/** The first of the columns that has something in it; undefined when none has. */
export function cellOf({ cells }: CsvRow, columns: readonly string[]): string | undefined {
  return columns.map((name) => cells.get(name)).find((value) => value !== undefined && value !== '');
}

async function textOf(path: string): Promise<string> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    if (size > capBytes)
      throw listTrouble(path, {
        ko: `${capBytes / 2 ** 20} MiB보다 큽니다.`,
        en: `It is larger than ${capBytes / 2 ** 20} MiB.`,
      });
    return csvText(await file.readFile());
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'SUBMISSIONS_CSV') throw cause;
    throw listTrouble(path, { ko: `읽을 수 없습니다(${code}).`, en: `It cannot be read (${code}).` }, cause);
  }
}
