import { attacks } from './attacks/index.ts';
import { submissionAttacks } from './submissions.ts';

const columns = ['From', 'What it tries', 'Outcome', 'How harm would show'];

/** Every attack of the suite as a Markdown table. */
export function renderAttackTable(): string {
  const all = [...attacks, ...submissionAttacks];
  const rows = all.map(({ from, title, expected, effect }) => [from, title, expected, effect]);
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    `${all.length} attacks, from ${new Set(all.map(({ from }) => from)).size} places.`,
    '',
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
  ].join('\n');
}
