/** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment distance). */
export function editDistance(from: string, to: string): number {
  let earlier: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let index = 0; index < from.length; index++) {
    const next = [index + 1];
    for (let column = 0; column < to.length; column++) {
      const replaced = (row[column] ?? 0) + (from[index] === to[column] ? 0 : 1);
      const swapped = from[index] === to[column - 1] && from[index - 1] === to[column];
      const best = Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1);
      next.push(swapped ? Math.min(best, (earlier[column - 1] ?? 0) + 1) : best);
    }
    earlier = row;
    row = next;
  }
  return row.at(-1) ?? 0;
}
