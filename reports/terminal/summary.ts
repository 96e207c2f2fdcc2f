import type { Result } from '../../harness/result.ts';
import { plainLine } from '../plain-text.ts';
import { marks } from './check-lines.ts';
import { spread } from './layout.ts';
import { innerColumns, margin, type TerminalOptions } from './options.ts';
import { columnsOf, type Line, piecesOf, printed } from './piece.ts';
import { wording } from './wording.ts';
import { cut } from './wrap.ts';

/** One line per submission: student, assignment, score, and what to fix first; columns align in Korean too. */
export function terminalSummary(results: readonly Result[], options: TerminalOptions): string {
  const { head } = wording;
  const faint = (text: string): Line => [{ text, role: 'faint' }];
  const heading = [head.student, head.assignment, head.score, head.first].map((text) =>
    faint(text[options.locale]),
  );
  const rows = [heading, ...results.map((result) => cells(result, options))];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => columnsOf(row[column] ?? []))));
  const lines = rows.map((row) => {
    const [student = [], assignment = [], score = [], first = []] = row;
    const [studentColumns = 0, assignmentColumns = 0, scoreColumns = 0] = widths;
    const gap: Line = [{ text: '  ', role: 'text' }];
    const left = [
      ...spread(student, [], studentColumns + 1),
      ...spread(assignment, [], assignmentColumns + 2),
      ...(score === heading[2] ? spread(score, [], scoreColumns) : spread([], score, scoreColumns)),
      ...gap,
    ];
    return [...left, ...cut(first, Math.max(8, innerColumns(options) - columnsOf(left)))];
  });
  return lines
    .map((line) => `${printed([{ text: margin, role: 'text' }, ...line], options.colour)}\n`)
    .join('');
}

function cells(result: Result, options: TerminalOptions): Line[] {
  const score = result.score === null ? '–' : `${result.score} / ${result.max}`;
  return [
    cut(piecesOf(plainLine(result.student, 60), false), 24),
    cut(piecesOf(plainLine(result.assignment), false, 'faint'), 24),
    [{ text: score, role: 'strong' }],
    first(result, options),
  ];
}

function first(result: Result, { locale, colour }: TerminalOptions): Line {
  const mark = (status: keyof typeof marks): Line => [marks[status], { text: ' ', role: 'text' }];
  if (result.outcome === 'error')
    return [...mark('error'), ...piecesOf(wording.outcome.error[locale], colour)];
  if (result.outcome !== 'graded')
    return [...mark('failed'), ...piecesOf(wording.outcome[result.outcome][locale], colour)];
  const failed = result.checks.find(({ status }) => status === 'failed');
  if (!failed) return [...mark('passed'), ...piecesOf(wording.allPassed[locale], colour, 'faint')];
  return [...mark('failed'), ...piecesOf(plainLine(failed.title[locale], 200), colour)];
}
