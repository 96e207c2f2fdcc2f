import { textWidth } from '../../reports/text-width/index.ts';
import type { Locale, Text } from '../text.ts';
import { type Grid, type GridRow, gridMarks, killsOf } from '../verify/index.ts';

const heads: Record<'check' | 'points' | 'killed' | 'score', Text> = {
  check: { ko: '검사', en: 'check' },
  points: { ko: '점수', en: 'points' },
  killed: { ko: '잡은 변이', en: 'failed by' },
  score: { ko: '점수', en: 'score' },
};

/** The checks with their numbers, points and kill rates: the legend of the matrix below it. */
export function killTable(grid: Grid, locale: Locale): string {
  const idWidth = Math.max(...grid.checks.map(({ id }) => id.length), textWidth(heads.check[locale]));
  const row = (number: string, id: string, points: string, killed: string) =>
    `${pad(number, -2)}  ${pad(id, idWidth)}  ${pad(points, -6)}  ${killed}`;
  const rows = killsOf(grid).map(({ id, points, killed, mutants }, index) => {
    const rate = mutants === 0 ? '' : ` (${Math.round((killed * 100) / mutants)} %)`;
    return row(`${index + 1}`, id, `${points}`, `${`${killed}`.padStart(3)} / ${mutants}${rate}`);
  });
  return [row('', heads.check[locale], heads.points[locale], heads.killed[locale]), ...rows].join('\n');
}

/**
 * The matrix: a line for each case, a column of two cells for each check, under its number. Where that is wider than
 * the terminal, each case lists the checks that it fails instead. `wrong` are the cases that are not as promised.
 */
export function gridTable(
  grid: Grid,
  wrong: ReadonlySet<string>,
  { locale, columns }: { locale: Locale; columns: number },
): string {
  const nameWidth = Math.max(...grid.rows.map(({ name }) => shown(name).length));
  const scoreHead = heads.score[locale];
  const wide = 2 + nameWidth + 1 + grid.checks.length * 2 + 2 + textWidth(scoreHead) > columns;
  const line = (flag: string, name: string, cells: string, score: string) =>
    `${flag} ${name.padEnd(nameWidth)} ${cells}  ${score}`.trimEnd();
  const numbers = grid.checks.map((_check, index) => `${index + 1}`.padStart(2));
  const digits = (at: 0 | 1) => numbers.map((number) => ` ${number[at]}`).join('');
  const score = (row: GridRow) => pad(`${row.score ?? '!'}`, -textWidth(scoreHead));
  const flagOf = ({ name }: GridRow) => (wrong.has(name) ? '✗' : ' ');
  if (wide) {
    return grid.rows
      .map((row) => line(flagOf(row), shown(row.name), score(row), failedIds(grid, row)))
      .join('\n');
  }
  return [
    ...(grid.checks.length > 9 ? [line(' ', '', digits(0), '')] : []),
    line(' ', '', digits(1), scoreHead),
    ...grid.rows.map((row) => {
      const cells = grid.checks.map((_check, index) => {
        const status = row.statuses[index];
        return ` ${status ? gridMarks[status] : ' '}`;
      });
      return line(flagOf(row), shown(row.name), cells.join(''), score(row));
    }),
  ].join('\n');
}

/** The kind is seen from the place of a mutant; only variants keep it. */
function shown(name: string): string {
  return name.replace(/^mutants\//, '');
}

function failedIds({ checks }: Grid, { statuses }: GridRow): string {
  return checks
    .filter((_check, index) => statuses[index] === 'failed' || statuses[index] === 'error')
    .map(({ id }) => id)
    .join(', ');
}

/** Pads to so many cells, on the left for a negative width. */
function pad(text: string, width: number): string {
  const gap = ' '.repeat(Math.max(0, Math.abs(width) - textWidth(text)));
  return width < 0 ? gap + text : text + gap;
}
