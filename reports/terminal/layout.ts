import { columnsOf, type Line, type Piece, type Role } from './piece.ts';
import { cut } from './wrap.ts';

/** Two ends of a line, pushed apart to fill the columns. */
export function spread(left: Line, right: Line, columns: number): Line {
  const gap = Math.max(1, columns - columnsOf(left) - columnsOf(right));
  return [...left, { text: ' '.repeat(gap), role: 'text' }, ...right];
}

/** A rule across the columns. */
export function rule(columns: number): Line {
  return [{ text: '─'.repeat(columns), role: 'faint' }];
}

/** A box with a title and a remark in its upper edge. */
export function box(
  title: Piece,
  remark: string,
  body: readonly Line[],
  columns: number,
  role: Role,
): Line[] {
  const edge = (text: string): Piece => ({ text, role });
  const head = cut([title], columns - columnsOf([edge(remark)]) - 9);
  const filled = columns - columnsOf(head) - columnsOf([edge(remark)]) - 8;
  return [
    [edge('╭─ '), ...head, edge(` ${'─'.repeat(filled)} ${remark} ─╮`)],
    ...body.map((line) => [edge('│ '), ...spread(line, [], columns - 4), edge(' │')]),
    [edge(`╰${'─'.repeat(columns - 2)}╯`)],
  ];
}

/** A bar that shows a share of the whole; full and empty only when the share is. */
export function bar(share: number, columns: number, role: Role): Line {
  const exact = Math.round(share * columns);
  const filled = share <= 0 ? 0 : share >= 1 ? columns : Math.min(columns - 1, Math.max(1, exact));
  return [
    { text: '━'.repeat(filled), role },
    { text: '╌'.repeat(columns - filled), role: 'faint' },
  ];
}
