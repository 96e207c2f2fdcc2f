import type { FlakeRun } from './flake-run.ts';

/** How one case fared over its runs. */
export interface CaseTally {
  assignment: string;
  case: string;
  /** Runs with a verdict. */
  runs: number;
  /** Runs whose verdict is not the most frequent one. */
  flips: number;
  /** What differed, with how often each was found: `container-running: passed - - ×19, failed notRunning 3 ×1`. */
  differing: string[];
  /** Runs whose verdict is not the one its author has said. */
  wrong: number;
  /** In what, with how often each was found. */
  faults: string[];
  /** Runs without a verdict: the machine's failures are no flips, and no runs either. */
  machine: number;
}

/** The runs of each case, counted; in the order in which the cases first ran. */
export function tally(runs: readonly FlakeRun[]): CaseTally[] {
  const cases = Map.groupBy(runs, (run) => `${run.assignment} ${run.case}`);
  return [...cases.values()].map(tallyOne);
}

function tallyOne(runs: readonly FlakeRun[]): CaseTally {
  const [first] = runs;
  const verdicts = runs.flatMap(({ verdict }) => (verdict ? [verdict] : []));
  const alike = Map.groupBy(verdicts, (verdict) => JSON.stringify(verdict));
  const most = Math.max(0, ...[...alike.values()].map(({ length }) => length));
  const ids = new Set(verdicts.flatMap((verdict) => Object.keys(verdict)));
  const differing = [...ids].flatMap((id) => {
    const found = Map.groupBy(verdicts, (verdict) => verdict[id] ?? 'absent');
    if (found.size < 2) return [];
    return [`${id}: ${counted(found).join(', ')}`];
  });
  const wrong = runs.flatMap(({ faults }) => (faults ? [faults] : []));
  return {
    assignment: first?.assignment ?? '',
    case: first?.case ?? '',
    runs: verdicts.length,
    flips: verdicts.length - most,
    differing,
    wrong: wrong.length,
    faults: counted(Map.groupBy(wrong.flat(), (text) => text)),
    machine: runs.length - verdicts.length,
  };
}

function counted(found: Map<string, readonly unknown[]>): string[] {
  return [...found].map(([value, { length }]) => `${value} ×${length}`);
}
