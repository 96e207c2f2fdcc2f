import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GradeOptions } from '../runner/index.ts';
import { caseFaults, gradeCase, sideBySide } from '../verify/index.ts';
import { type FlakeRun, verdictOf } from './flake-run.ts';
import type { Ledger } from './ledger.ts';
import { type FlakeSubject, type Planned, plan } from './plan.ts';
import { type CaseTally, tally } from './tally.ts';

export interface FlakeOptions
  extends Omit<
    GradeOptions,
    'assignment' | 'grader' | 'graderVersion' | 'folder' | 'student' | 'standby' | 'progress'
  > {
  subjects: readonly FlakeSubject[];
  /** How often each case must have run. */
  runs: number;
  concurrency: number;
  ledger: Ledger;
  /** No run begins after this time, by `performance.now()`. */
  until: number;
  /** Called after each run, with how many of all are done. */
  told: (run: FlakeRun, done: number, total: number) => void;
}

/**
 * Runs the solution and every mutant until each has run so often, the rounds one after another so that neighbours
 * change, and counts the verdicts, those of earlier sessions among them: which changed, and which are not as their
 * author has said, for a check that is wrong at full load may be wrong each time. `missing` runs are still to be made.
 */
export async function runFlake(options: FlakeOptions): Promise<{ tallies: CaseTally[]; missing: number }> {
  const { ledger, runs, concurrency, signal, until, subjects, told, ...grounds } = options;
  await using stack = new AsyncDisposableStack();
  const target = await mkdtemp(join(tmpdir(), 'drydock-flake-'));
  stack.defer(() => rm(target, { recursive: true, force: true }));

  const meant = (name: string) => name === 'solution' || name.startsWith('mutants/');
  const cases = (await Promise.all(subjects.map((subject) => plan(subject, target, meant)))).flat();
  const lacking = (one: Planned) =>
    Math.max(0, runs - runsOf(ledger, one).filter(({ verdict }) => verdict).length);
  const rounds = Array.from({ length: runs }, (_round, index) =>
    cases.filter((one) => lacking(one) > index),
  ).flat();
  const total = cases.length * runs;
  let done = total - rounds.length;
  await sideBySide(rounds, concurrency, signal, async (one, own) => {
    if (performance.now() > until) return;
    const began = performance.now();
    const { assignment, grader, graderVersion } = one.subject;
    const result = await gradeCase(one.case, { ...grounds, assignment, grader, graderVersion, signal: own });
    const verdict = verdictOf(result);
    const faults = verdict ? caseFaults({ case: one.case, result }, assignment) : [];
    const run: FlakeRun = {
      assignment: assignment.id,
      case: one.case.name,
      key: one.key,
      verdict,
      machine: verdict ? null : (result.reason?.code ?? 'UNKNOWN'),
      ...(faults.length > 0 && { faults: faults.map(({ text }) => text.en) }),
      wallMs: Math.round(performance.now() - began),
    };
    await ledger.add(run);
    if (verdict) done += 1;
    told(run, done, total);
  });
  return { tallies: tally(cases.flatMap((one) => runsOf(ledger, one))), missing: total - done };
}

function runsOf(ledger: Ledger, { subject, case: { name }, key }: Planned): FlakeRun[] {
  return ledger.runsOf(subject.assignment.id, name, key);
}
