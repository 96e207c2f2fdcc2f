import type { Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import { type AssignmentFigures, assignmentFigures, hardestChecks } from '../class/index.ts';
import { plainLine } from '../plain-text.ts';
import { marks } from './check-lines.ts';
import { rule } from './layout.ts';
import { innerColumns, margin, type TerminalOptions } from './options.ts';
import { columnsOf, type Line, piecesOf, printed } from './piece.ts';
import { wording } from './wording.ts';
import { cut } from './wrap.ts';

const shownChecks = 5;
const shownTroubles = 10;
const levels = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A class at a glance: each assignment with its scores, the hardest checks, and what has no score, with the reason. */
export function terminalClass(results: readonly Result[], options: TerminalOptions): string {
  const columns = innerColumns(options);
  const { locale } = options;
  const students = new Set(results.map(({ student }) => student)).size;
  const title = wording.classTitle(students, results.length)[locale];
  const lines: Line[] = [
    [{ text: title, role: 'strong' }],
    rule(columns),
    ...table(assignmentFigures(results), options),
    ...section(wording.hardest, hardest(results, options), options),
    ...section(wording.withoutScore, troubles(results, options), options),
  ];
  return lines
    .map((line) => `${printed([{ text: margin, role: 'text' }, ...line], options.colour)}\n`)
    .join('');
}

function section(title: Text, rows: readonly Line[], { locale }: TerminalOptions): Line[] {
  return rows.length === 0 ? [] : [[], [{ text: title[locale], role: 'strong' }], ...rows];
}

/** Columns that hold figures are as wide as their widest figure; the name takes what is left. */
function table(figures: readonly AssignmentFigures[], options: TerminalOptions): Line[] {
  const { locale } = options;
  const { graded, mean, distribution, full, missing, invalid, errors } = wording.classHead;
  const drawn = options.columns >= 76;
  const shown = [graded, mean, ...(drawn ? [distribution] : []), full, missing, invalid, errors];
  const heads = shown.map((text) => text[locale]);
  const rows = figures.map((one) => [
    String(one.graded),
    one.mean === null ? '–' : `${Math.round(one.mean)} %`,
    ...(drawn ? [sparkline(one.distribution)] : []),
    ...[one.full, one.missing, one.invalid, one.errors].map(String),
  ]);
  const faint = (text: string): Line => [{ text, role: 'faint' }];
  const plain = (text: string): Line => [{ text, role: 'text' }];
  const cells = [heads.map(faint), ...rows.map((row) => row.map(plain))];
  const widths = heads.map((_head, column) => Math.max(...cells.map((row) => columnsOf(row[column] ?? []))));
  // The names need the room more than the figures.
  const gap = options.columns < 100 ? 1 : 2;
  const taken = widths.reduce((sum, width) => sum + width + gap, 0);
  const room = Math.max(6, innerColumns(options) - taken);
  const names = [wording.head.assignment[locale], ...figures.map(({ id }) => plainLine(id))];
  return cells.map((row, index) => {
    const name = cut([{ text: names[index] ?? '', role: index === 0 ? 'faint' : 'text' }], room);
    const right = row.flatMap(
      (cell, column): Line => [
        { text: ' '.repeat(gap + (widths[column] ?? 0) - columnsOf(cell)), role: 'text' },
        ...cell,
      ],
    );
    return [...name, { text: ' '.repeat(room - columnsOf(name)), role: 'text' }, ...right];
  });
}

/** A bar for each tenth and one for full marks, the fullest as high as a line; one submission can be seen. */
function sparkline(counts: readonly number[]): string {
  const most = Math.max(1, ...counts);
  const bars = counts.map((count) => levels[count === 0 ? 0 : Math.max(1, Math.round((count * 8) / most))]);
  return `▕${bars.join('')}▏`;
}

function hardest(results: readonly Result[], options: TerminalOptions): Line[] {
  return hardestChecks(results)
    .slice(0, shownChecks)
    .map(({ title, assignment, failed, of }) => {
      const share = `${Math.round((failed * 100) / of)} %`.padStart(6);
      const head: Line = [{ text: `${share}  `, role: 'text' }];
      const told = piecesOf(plainLine(title[options.locale], 200), options.colour);
      const line: Line = [...head, ...told, { text: `  ${plainLine(assignment)}`, role: 'faint' }];
      return cut(line, innerColumns(options));
    });
}

function troubles(results: readonly Result[], options: TerminalOptions): Line[] {
  const broken = results.filter(({ outcome }) => outcome === 'error');
  const rows = broken.slice(0, shownTroubles).map(({ student, assignment, reason }): Line => {
    const who = `${plainLine(student, 40)}  ${plainLine(assignment)}  `;
    const why = piecesOf(plainLine(reason?.message[options.locale] ?? '-', 300), options.colour, 'faint');
    return cut(
      [marks.error, { text: ' ', role: 'text' }, { text: who, role: 'text' }, ...why],
      innerColumns(options),
    );
  });
  const left = broken.length - rows.length;
  return left === 0 ? rows : [...rows, [{ text: wording.more(left)[options.locale], role: 'faint' }]];
}
