import { isDeepStrictEqual } from 'node:util';
import { type CheckResult, type CheckStatus, isAdvice, type Result } from '../../harness/result.ts';
import { blamedCommand, rootCauses } from '../cases/index.ts';
import { plainLine, plainText } from '../plain-text.ts';
import { spread } from './layout.ts';
import { innerColumns, type TerminalOptions } from './options.ts';
import { columnsOf, type Line, type Piece, piecesOf, type Role } from './piece.ts';
import { wording } from './wording.ts';
import { cut, wrap } from './wrap.ts';

/** Students' text in a message is theirs to see, but a page of it helps nobody. */
const shownCharacters = 1500;

/** How each status is marked; the mark alone tells them apart where there is no colour. */
export const marks: Record<CheckStatus, Piece> = {
  passed: { text: '✓', role: 'passed' },
  failed: { text: '✗', role: 'failed' },
  blocked: { text: '–', role: 'faint' },
  error: { text: '!', role: 'error' },
};

const titleRoles: Record<CheckStatus, Role> = {
  passed: 'text',
  failed: 'strong',
  blocked: 'faint',
  error: 'strong',
};

/** Advice that says something: neither a pass nor a loss. */
const adviceMark: Piece = { text: 'i', role: 'code' };

function markOf(check: CheckResult): Piece {
  return isAdvice(check) && check.status === 'failed' ? adviceMark : marks[check.status];
}

/**
 * The checks, each with mark, title and points; below it, unless it passed, what was found and what to do. Checks in
 * a row that are blocked by the same thing say so once. Advice that could not be given is left out.
 */
export function checkListLines(
  result: Result,
  all: readonly CheckResult[],
  options: TerminalOptions,
): Line[] {
  const checks = all.filter(
    (check) => !isAdvice(check) || check.status === 'passed' || check.status === 'failed',
  );
  const explained = checks.map((check) => explanation(result, check, options));
  return checks.flatMap((check, index) => {
    const lines = explained[index] ?? [];
    const repeated = check.status === 'blocked' && isDeepStrictEqual(lines, explained[index + 1]);
    return [
      ...titleLines(check, options),
      ...(repeated ? [] : lines.map((line): Line => [gutter(check), ...line])),
    ];
  });
}

function titleLines(check: CheckResult, options: TerminalOptions): Line[] {
  const columns = innerColumns(options);
  const worth = isAdvice(check) ? wording.advice[options.locale] : `${check.points ?? '–'} / ${check.max}`;
  const points: Line = [{ text: worth, role: 'faint' }];
  const title = piecesOf(
    plainLine(check.title[options.locale], 300),
    options.colour,
    isAdvice(check) ? 'text' : titleRoles[check.status],
  );
  const [first = [], ...more] = wrap(title, columns - columnsOf(points) - 4);
  return [
    spread([markOf(check), { text: ' ', role: 'text' }, ...first], points, columns),
    ...more.map((line): Line => [{ text: '  ', role: 'text' }, ...line]),
  ];
}

function gutter(check: CheckResult): Piece {
  return { text: '  │ ', role: check.status === 'blocked' ? 'faint' : markOf(check).role };
}

function explanation(result: Result, check: CheckResult, options: TerminalOptions): Line[] {
  const { locale, colour } = options;
  const columns = innerColumns(options) - 4;
  if (check.status === 'passed') return [];
  const told = check.message?.[locale] ?? '';
  if (check.status === 'blocked') {
    const titles = rootCauses(result, check).map(({ title }) => plainLine(title[locale], 120));
    const text = titles.length > 0 ? wording.fixFirst(titles.join(', '))[locale] : told;
    return wrap(piecesOf(text, colour, 'faint'), columns);
  }
  // A check that broke is the reason why there is no score, and the box above has said it.
  if (check.status === 'error' && told === result.reason?.message[locale]) return [];
  const shown = told.length > shownCharacters ? `${told.slice(0, shownCharacters)}…` : told;
  return [...wrap(piecesOf(shown, colour), columns), ...blame(result, check, options, columns)];
}

/** `line 7: docker run …`: the line of the script that the check blames, on one line of the terminal. */
function blame(
  result: Result,
  check: CheckResult,
  { locale, colour }: TerminalOptions,
  columns: number,
): Line[] {
  if (check.line === null) return [];
  const command = blamedCommand(result, check);
  const where: Piece = { text: wording.line(check.line)[locale], role: 'faint' };
  if (!command) return [[where]];
  const ended = command.exitCode ? `  ${wording.exitCode(command.exitCode)[locale]}` : '';
  const code: Line = [{ text: ended, role: 'faint' }];
  // A command that goes on over `\\` is one line to its author; of a heredoc or a loop the first line tells enough.
  const [first = '', ...rest] = plainText(command.text)
    .replace(/\\\n\s*/g, ' ')
    .trim()
    .split('\n');
  const typed = `${plainLine(first)}${rest.length > 0 ? ' …' : ''}`;
  const room = columns - columnsOf([where]) - columnsOf(code) - 2;
  const tick: Piece = { text: colour ? '' : '`', role: 'code' };
  const quoted = cut([{ text: typed, role: 'code' }], room - (colour ? 0 : 2));
  return [[where, { text: ': ', role: 'faint' }, tick, ...quoted, tick, ...code]];
}
