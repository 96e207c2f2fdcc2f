import type { CaseTally } from './tally.ts';

/** What a session of `npm run flake` measured besides the verdicts. */
export interface FlakeSession {
  concurrency: number;
  wallMs: number;
  /** Share of all cores that was busy, 0 to 1: near 1 means that verdicts were made at full load. */
  cpuBusy: number;
  /** Runs made in this session. */
  made: number;
  missing: number;
}

/** The flips and the wrong verdicts of each case that has some, then the sums; in English, for authors and notes. */
export function flakeReport(tallies: readonly CaseTally[], session: FlakeSession): string {
  const sum = (of: (one: CaseTally) => number) => tallies.reduce((total, one) => total + of(one), 0);
  const runs = sum((one) => one.runs);
  const flips = sum((one) => one.flips);
  const wrong = sum((one) => one.wrong);
  const machine = sum((one) => one.machine);
  const assignments = [...new Set(tallies.map(({ assignment }) => assignment))];
  const rate = runs === 0 ? '-' : `${((flips * 100) / runs).toFixed(3)} %`;
  const seconds = (session.wallMs / 1000).toFixed(0);
  return [
    ...tallies.flatMap((one) => [
      ...told(one, `${one.flips} of ${one.runs} runs differ`, one.differing),
      ...told(one, `${one.wrong} of ${one.runs} runs are not as their author has said`, one.faults),
    ]),
    ...assignments.map((id) => {
      const own = tallies.filter(({ assignment }) => assignment === id);
      const all = own.reduce((total, one) => total + one.runs, 0);
      const flipsOfOwn = own.reduce((total, one) => total + one.flips, 0);
      return `${id}: ${own.length} cases, ${all} runs, ${flipsOfOwn} flips`;
    }),
    `${flips} flips in ${runs} runs (${rate}), ${wrong} not as said; ${machine} machine errors; ${session.missing} runs still missing`,
    `this session: ${session.made} runs in ${seconds} s, ${session.concurrency} at a time, ${Math.round(session.cpuBusy * 100)} % of all cores busy`,
  ].join('\n');
}

function told({ assignment, case: name }: CaseTally, what: string, details: readonly string[]): string[] {
  if (details.length === 0) return [];
  return [`✗ ${assignment} ${name}: ${what}`, ...details.map((text) => `    ${text}`)];
}

/** 1: a verdict flipped or is wrong. 3: not all runs were made, so nothing is proven. 0: all were, and all alike. */
export function flakeExitCode(tallies: readonly CaseTally[], { missing }: { missing: number }): 0 | 1 | 3 {
  if (tallies.some(({ flips, wrong }) => flips + wrong > 0)) return 1;
  return missing > 0 || tallies.length === 0 ? 3 : 0;
}
