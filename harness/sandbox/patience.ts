/** The limits for a machine that is so many times slower than usual: every time among them is longer, nothing else is. */
export function withPatience<Limits extends object>(limits: Limits, patience: number): Limits {
  const entries = Object.entries(limits).map(([name, value]) => [
    name,
    name.endsWith('Ms') && typeof value === 'number' ? Math.round(value * patience) : value,
  ]);
  return Object.fromEntries(entries) as Limits;
}
