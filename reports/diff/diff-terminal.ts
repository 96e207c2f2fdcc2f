import type { Text } from '../../harness/text.ts';
import { plainLine } from '../plain-text.ts';
import {
  columnsOf,
  cut,
  innerColumns,
  type Line,
  margin,
  type Piece,
  piecesOf,
  printed,
  type Role,
  rule,
  spread,
  type TerminalOptions,
  wrap,
} from '../terminal/index.ts';
import type { Change, CheckMove, Movement } from './change.ts';
import { countsOf } from './counts.ts';
import type { Diff } from './diff.ts';
import { type Section, sectionsOf } from './sections.ts';
import { arrows, causeText, deltaOf, moveText, scoreOf } from './told.ts';
import { wording } from './wording.ts';

const shownMoves = 8;

const roles: Record<Movement, Role> = {
  ...({ raised: 'passed', lowered: 'failed', level: 'code', lost: 'error' } as const),
  ...({ regained: 'passed', added: 'text', removed: 'text' } as const),
};

/** The comparison for a terminal: figures, the checks that moved, then each change in its section. */
export function diffTerminal(diff: Diff, options: TerminalOptions): string {
  const lines = [
    ...header(diff, options),
    ...(diff.changes.length === 0 ? said(wording.nothing, options, 'passed') : []),
    ...tallyLines(diff, options),
    ...sectionsOf(diff.changes).flatMap((section) => sectionLines(section, options)),
  ];
  const shown = lines.map((line) => printed([{ text: margin, role: 'text' }, ...line], options.colour));
  return `\n${shown.join('\n')}\n`;
}

function header(diff: Diff, options: TerminalOptions): Line[] {
  const { locale, colour } = options;
  const counts = countsOf(diff)
    .map(({ name, count }) => `${name[locale]} ${count}`)
    .join('  ·  ');
  return [
    [{ text: wording.title[locale], role: 'strong' }],
    rule(innerColumns(options)),
    ...wrap(piecesOf(counts, colour), innerColumns(options)),
    ...(diff.unscored > 0 ? said(wording.unscored(diff.unscored), options, 'error') : []),
  ];
}

function tallyLines({ checks }: Diff, options: TerminalOptions): Line[] {
  if (checks.length === 0) return [];
  const { locale, colour } = options;
  const columns = innerColumns(options);
  const rows = checks.map(({ assignment, title, gained, lost, reworded }) => {
    const figures: Line = [
      { text: `+${gained}`, role: gained > 0 ? 'passed' : 'faint' },
      { text: '  ', role: 'text' },
      { text: `−${lost}`, role: lost > 0 ? 'failed' : 'faint' },
      { text: `  =${reworded}`, role: 'faint' },
    ];
    const name: Piece[] = [
      ...piecesOf(plainLine(title[locale], 200), colour),
      { text: `  ${plainLine(assignment, 60)}`, role: 'faint' },
    ];
    return spread(cut(name, columns - columnsOf(figures) - 2), figures, columns);
  });
  return [[], [{ text: wording.checks[locale], role: 'strong' }], ...rows];
}

function sectionLines({ name, title, hint, changes }: Section, options: TerminalOptions): Line[] {
  const alarming = name === 'unexplained' || name === 'machine';
  const heading: Piece = {
    text: `${title[options.locale]} (${changes.length})`,
    role: alarming ? 'error' : 'strong',
  };
  return [
    [],
    rule(innerColumns(options)),
    cut([heading], innerColumns(options)),
    ...said(hint, options, 'faint'),
    ...changes.flatMap((change) => changeLines(change, options)),
  ];
}

function changeLines(change: Change, options: TerminalOptions): Line[] {
  const { locale, colour } = options;
  const columns = innerColumns(options);
  const { movement, before, after, checks, causes } = change;
  const delta = deltaOf(change);
  const scores: Line = [
    { text: `${scoreOf(before, locale)} → ${scoreOf(after, locale)}`, role: 'text' },
    { text: delta === '' ? '' : `  ${delta}`, role: roles[movement] },
  ];
  const who: Line = [
    { text: `${arrows[movement]} `, role: roles[movement] },
    { text: plainLine(change.student, 60), role: 'strong' },
    { text: `  ${plainLine(change.assignment, 60)}`, role: 'faint' },
  ];
  const room = columns - columnsOf(scores) - 2;
  const first = room >= 16 ? [spread(cut(who, room), scores, columns)] : [cut(who, columns), scores];
  const why = `${wording.why[locale]}: ${causes.map((cause) => causeText(cause, locale)).join(', ')}`;
  const rest = checks.length - shownMoves;
  return [
    [],
    ...first.map((line) => cut(line, columns)),
    ...checks.slice(0, shownMoves).flatMap((move) => moveLines(move, options)),
    ...(rest > 0 ? indented(piecesOf(wording.more(rest)[locale], colour, 'faint'), options) : []),
    ...[before, after].flatMap((side) =>
      side?.reason ? indented(piecesOf(plainLine(side.reason.message[locale], 300), colour), options) : [],
    ),
    ...indented(piecesOf(why, colour, 'faint'), options),
  ];
}

function moveLines(move: CheckMove, options: TerminalOptions): Line[] {
  const { locale, colour } = options;
  const [had, has] = [move.before?.status === 'passed', move.after?.status === 'passed'];
  const role: Role = has && !had ? 'passed' : had && !has ? 'failed' : 'text';
  const title = piecesOf(`${plainLine(move.title[locale], 200)}: `, colour);
  const told = plainLine(moveText(move, locale), 200);
  return indented([...title, { text: told, role }], options);
}

function indented(pieces: readonly Piece[], options: TerminalOptions): Line[] {
  const gap: Piece = { text: '    ', role: 'text' };
  return wrap(pieces, innerColumns(options) - gap.text.length).map((line): Line => [gap, ...line]);
}

function said(text: Text, options: TerminalOptions, role: Role): Line[] {
  return wrap(piecesOf(text[options.locale], options.colour, role), innerColumns(options));
}
