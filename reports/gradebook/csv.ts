import type { Result } from '../../harness/result.ts';
import type { Locale } from '../../harness/text.ts';
import { rawScore, toldAdjustments } from '../adjustments/index.ts';
import { casesOf } from '../cases/index.ts';
import { spreadsheet } from '../spreadsheet.ts';
import { type Gradebook, totalOf } from './gradebook.ts';

export interface CsvOptions {
  locale: Locale;
  /** Begin with a byte order mark, without which Excel reads Korean as something else. */
  bom?: boolean;
}

/**
 * The grade book as CSV for spreadsheets: per assignment the final score and, in columns of their own, the outcome, the
 * score before it was adjusted, by what it was, and why. A cell without a score is empty: an error is no zero.
 */
export function gradesCsv(book: Gradebook, { locale, bom = false }: CsvOptions): string {
  const max = book.assignments.reduce((sum, each) => sum + each.max, 0);
  const header = [
    ...['username', 'identifier', 'name', 'email', 'section'],
    ...book.assignments.flatMap(({ id }) => [id, ...more.map((name) => `${id} ${name}`)]),
    ...['total', 'max'],
  ];
  const rows = book.rows.map((row) => [
    ...Object.values(studentCells(row)),
    ...book.assignments.flatMap(({ id }) => scoreCells(row.results[id], locale)),
    ...[totalOf(book, row), max],
  ]);
  return spreadsheet([header, ...rows], bom);
}

const more = ['outcome', 'raw_score', 'adjustment', 'reason'] as const;

function scoreCells(result: Result | undefined, locale: Locale): (string | number | null)[] {
  if (result === undefined) return [null, 'missing', null, '', ''];
  const adjustments = toldAdjustments(result);
  return [
    result.score,
    result.outcome,
    rawScore(result),
    adjustments.map(({ kind }) => kind).join(' '),
    adjustments
      .map(({ title, change, reason }) => `${title[locale]} ${change}: ${reason[locale]}`)
      .join('\n'),
  ];
}

/**
 * A grade book that Canvas imports. Students are found by login, assignments by the ids given or else by title, which
 * makes Canvas offer a new one; an empty cell changes nothing.
 */
export function canvasCsv(
  book: Gradebook,
  {
    locale,
    bom = false,
    assignmentIds = {},
  }: CsvOptions & { assignmentIds?: Readonly<Record<string, string>> },
): string {
  const titles = book.assignments.map(({ id, title }) => {
    const known = assignmentIds[id];
    return known === undefined
      ? title[locale].replaceAll('`', '')
      : `${title[locale].replaceAll('`', '')} (${known})`;
  });
  const info = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section'];
  const points = ['    Points Possible', '', '', '', '', ...book.assignments.map(({ max }) => max)];
  const rows = book.rows.map((row) => {
    const { username, identifier, name, section } = row.student;
    const scores = book.assignments.map(({ id }) => row.results[id]?.score ?? null);
    return [name || username, '', identifier, username, section, ...scores];
  });
  return spreadsheet([[...info, ...titles], points, ...rows], bom);
}

/** A table that Moodle's grade import maps: one user a row, per assignment score and feedback. */
export function moodleCsv(book: Gradebook, { locale, bom = false }: CsvOptions): string {
  const header = [
    ...['username', 'email', 'idnumber'],
    ...book.assignments.flatMap(({ id }) => [`${id} score`, `${id} feedback`]),
  ];
  const rows = book.rows.map((row) => [
    ...[row.student.username, row.student.email, row.student.identifier],
    ...book.assignments.flatMap(({ id }) => {
      const result = row.results[id];
      return [result?.score ?? null, result === undefined ? '' : feedback(result, locale)];
    }),
  ]);
  return spreadsheet([header, ...rows], bom);
}

function studentCells({ student }: Gradebook['rows'][number]) {
  const { username, identifier, name, email, section } = student;
  return { username, identifier, name, email, section };
}

function feedback(result: Result, locale: Locale): string {
  return casesOf(result, locale, '')
    .filter(({ verdict, adjustment }) => adjustment || verdict === 'failure' || verdict === 'error')
    .map(({ name, message }) => `${name}: ${message}`)
    .join('\n');
}
