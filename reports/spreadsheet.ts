import { stringify } from 'csv-stringify/sync';
import { plainText } from './plain-text.ts';

/** What a cell holds; null leaves it empty. */
export type Cell = string | number | null;

/** Rows as CSV (RFC 4180), with what a spreadsheet would run as a formula made text. */
export function spreadsheet(rows: readonly (readonly Cell[])[], bom: boolean): string {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? withoutFormulas(plainText(cell)) : cell)),
  );
  return stringify(cells, {
    bom,
    escape_formulas: true,
    record_delimiter: 'windows',
    quoted_match: /^\s|\s$/,
  });
}

/**
 * What follows a semicolon, a tab or a new line begins a cell in spreadsheets that part cells there, as Excel does where
 * the comma is the decimal sign; and spaces before a formula do not keep every spreadsheet from running it. Each such
 * beginning is made text as well, also where its sign is of full width, as Korean and Japanese keyboards type it.
 */
function withoutFormulas(text: string): string {
  return text.replace(/(?<=[;\t\n]["\s]*|^\s+)(?=[=+\-@＝＋－＠])/g, "'");
}
