import type { Locale } from '../../harness/text.ts';
import { plainLine } from '../plain-text.ts';
import { type Cell, spreadsheet } from '../spreadsheet.ts';
import type { Change, CheckMove } from './change.ts';
import type { Diff } from './diff.ts';
import { type SectionName, sectionsOf } from './sections.ts';
import { causeText } from './told.ts';

const header = [
  ...['student', 'assignment', 'movement', 'section', 'score before', 'score after', 'difference'],
  ...['outcome before', 'outcome after', 'why', 'check', 'check before', 'check after'],
  ...['message before', 'message after', 'points before', 'points after'],
];

/**
 * The changes as CSV for spreadsheets: a row per check that moved, or one row where none did. A cell without a score is
 * empty: an error is no zero.
 */
export function diffCsv(
  { changes }: Diff,
  { locale, bom = false }: { locale: Locale; bom?: boolean },
): string {
  const rows = sectionsOf(changes).flatMap(({ name, changes: listed }) =>
    listed.flatMap((change) => {
      const moves = change.checks.length > 0 ? change.checks : [undefined];
      return moves.map((move) => [...pairCells(change, name, locale), ...moveCells(move)]);
    }),
  );
  return spreadsheet([header, ...rows], bom);
}

function pairCells(change: Change, section: SectionName, locale: Locale): Cell[] {
  const { student, assignment, movement, before, after, delta, causes } = change;
  return [
    ...[plainLine(student, 200), plainLine(assignment, 200), movement, section],
    ...[before?.score ?? null, after?.score ?? null, delta],
    ...[before?.outcome ?? null, after?.outcome ?? null],
    causes.map((cause) => causeText(cause, locale)).join('; '),
  ];
}

function moveCells(move: CheckMove | undefined): Cell[] {
  const { id = null, before, after } = move ?? {};
  return [
    ...[id, before?.status ?? null, after?.status ?? null],
    ...[before?.messageId ?? null, after?.messageId ?? null],
    ...[before?.points ?? null, after?.points ?? null],
  ];
}
