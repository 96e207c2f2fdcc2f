/** The known name that a mistyped one most likely means; undefined when none is near. */
export function nearestName(typed: string, known: readonly string[]): string | undefined {
  const allowed = Math.max(1, Math.floor(typed.length / 3));
  const ranked = known
    .map((name) => ({ name, distance: editDistance(typed.toLowerCase(), name.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= allowed)
    .sort((one, other) => one.distance - other.distance);
  return ranked[0]?.name;
}

/** Letters to insert, drop, replace or swap with their neighbour (optimal string alignment distance). */
function editDistance(from: string, to: string): number {
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
