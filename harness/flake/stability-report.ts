import type { Stability } from './run-stability.ts';

/** What differs, then the sums; in English, for authors and notes. */
export function stabilityReport(found: Stability, concurrency: number): string {
  const { alone, among } = found.wallMs;
  const seconds = (ms: number) => (ms / 1000).toFixed(0);
  return [
    ...found.differing,
    `${found.differing.length} verdicts of checks differ in ${found.compared} submissions; ${found.missing} are still missing`,
    `this session: one at a time ${seconds(alone)} s, ${concurrency} at a time ${seconds(among)} s`,
  ].join('\n');
}

/** 1: a verdict differs. 3: not all submissions were graded both ways, so nothing is proven. 0: all were, and none differs. */
export function stabilityExitCode({ differing, missing, compared }: Stability): 0 | 1 | 3 {
  if (differing.length > 0) return 1;
  return missing > 0 || compared === 0 ? 3 : 0;
}
