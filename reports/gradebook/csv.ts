import type { Result } from '../../harness/result.ts';
import type { Locale } from '../../harness/text.ts';
import { rawScore, toldAdjustments } from '../adjustments/index.ts';
import { casesOf } from '../cases/index.ts';
import { plainLine } from '../plain-text.ts';
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

/** Canvas' numbers of assignments, by assignment. */
export type CanvasIds = Readonly<Record<string, string>>;

/**
 * A grade book that Canvas imports. Students are found by login, assignments by the ids given or else by title, which
 * makes Canvas offer a new one; an empty cell changes nothing.
 */
export function canvasCsv(
  book: Gradebook,
  { locale, bom = false, assignmentIds = {} }: CsvOptions & { assignmentIds?: CanvasIds },
): string {
  const titles = book.assignments.map((each) => {
    const known = canvasId(assignmentIds, each.id);
    return known === undefined ? canvasTitle(each, locale) : `${canvasTitle(each, locale)} (${known})`;
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

/**
 * Assignments that Canvas would take for one another, since it finds a column's by its number or else by its title:
 * those of one title of which not each has a number, and those of one number. A set of names for each.
 */
export function canvasClashes(
  { assignments }: Gradebook,
  { locale, assignmentIds }: { locale: Locale; assignmentIds: CanvasIds },
): string[][] {
  const numberOf = ({ id }: Gradebook['assignments'][number]) => canvasId(assignmentIds, id);
  const sameTitle = [...Map.groupBy(assignments, (each) => canvasTitle(each, locale)).values()];
  const numbered = assignments.filter((each) => numberOf(each) !== undefined);
  const sameNumber = [...Map.groupBy(numbered, numberOf).values()];
  return [...sameTitle.filter((all) => !all.every(numberOf)), ...sameNumber]
    .filter(({ length }) => length > 1)
    .map((all) => all.map(({ id }) => id));
}

function canvasTitle({ title }: Gradebook['assignments'][number], locale: Locale): string {
  return plainLine(title[locale].replaceAll('`', ''));
}

/** Of the ids that were given and no others: an assignment may be called `constructor`. */
function canvasId(ids: CanvasIds, assignment: string): string | undefined {
  return Object.hasOwn(ids, assignment) ? ids[assignment] : undefined;
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
