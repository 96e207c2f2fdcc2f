import { isAdvice, type Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import { isRescued, toldAdjustments } from '../adjustments/index.ts';
import { plainLine } from '../plain-text.ts';
import { marks } from './check-lines.ts';
import { innerColumns, margin, type TerminalOptions } from './options.ts';
import { columnsOf, type Line, piecesOf, printed } from './piece.ts';
import { wording } from './wording.ts';
import { cut } from './wrap.ts';

/** One line per submission: student, assignment, score, and what to fix first; columns align in Korean too. */
export function terminalSummary(results: readonly Result[], options: TerminalOptions): string {
  const { head } = wording;
  const faint = (text: Text): Line =>
    cut([{ text: text[options.locale], role: 'faint' }], nameColumns(options));
  const heading = [head.student, head.assignment, head.score, head.first].map(faint);
  const rows = [heading, ...results.map((result) => cells(result, options))];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? []))));
  const lines = rows.map(([student = [], assignment = [], score = [], first = []]) => {
    const [studentColumns = 0, assignmentColumns = 0, scoreColumns = 0] = widths;
    const left = [
      ...padded(student, studentColumns + 2),
      ...padded(assignment, assignmentColumns + 2),
      ...padded([], scoreColumns - columnsOf(score)),
      ...padded(score, columnsOf(score) + 2),
    ];
    return [...left, ...cut(first, Math.max(8, innerColumns(options) - columnsOf(left)))];
  });
  return lines
    .map((line) => `${printed([{ text: margin, role: 'text' }, ...line], options.colour)}\n`)
    .join('');
}

/** What the score, the gaps and a few letters of the last column leave to each name. */
function nameColumns(options: TerminalOptions): number {
  return Math.max(6, Math.min(24, Math.floor((innerColumns(options) - 23) / 2)));
}

function padded(line: Line, columns: number): Line {
  return [...line, { text: ' '.repeat(columns - columnsOf(line)), role: 'text' }];
}

function cells(result: Result, options: TerminalOptions): Line[] {
  const score = result.score === null ? '–' : `${result.score} / ${result.max}`;
  return [
    cut(piecesOf(plainLine(result.student, 60), false), nameColumns(options)),
    cut(piecesOf(plainLine(result.assignment), false, 'faint'), nameColumns(options)),
    [{ text: score, role: 'strong' }],
    [...adjustedBy(result, options), ...first(result, options)],
  ];
}

/** By what kinds of adjustment the score is another: why is in the verdict. */
function adjustedBy(result: Result, { locale }: TerminalOptions): Line {
  const kinds = toldAdjustments(result).map(({ title }) => title[locale]);
  return kinds.length === 0 ? [] : [{ text: `± ${kinds.join(', ')}  `, role: 'strong' }];
}

function first(result: Result, { locale, colour }: TerminalOptions): Line {
  const mark = (status: keyof typeof marks): Line => [marks[status], { text: ' ', role: 'text' }];
  if (isRescued(result)) return [];
  if (result.outcome === 'error')
    return [...mark('error'), ...piecesOf(wording.outcome.error[locale], colour)];
  if (result.outcome !== 'graded')
    return [...mark('failed'), ...piecesOf(wording.outcome[result.outcome][locale], colour)];
  const failed = result.checks.find((check) => check.status === 'failed' && !isAdvice(check));
  if (!failed) return [...mark('passed'), ...piecesOf(wording.allPassed[locale], colour, 'faint')];
  return [...mark('failed'), ...piecesOf(plainLine(failed.title[locale], 200), colour)];
}
