import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GradedJob, type GradingGrounds, type GradingJob, LocalQueue } from '../queue/index.ts';
import { differences, type Pair } from './differences.ts';
import { draw } from './draw.ts';
import { type FlakeRun, verdictOf } from './flake-run.ts';
import type { Ledger } from './ledger.ts';
import { type FlakeSubject, type Planned, plan } from './plan.ts';

export interface StabilityOptions {
  grounds: Omit<GradingGrounds, 'assignments'>;
  subjects: readonly FlakeSubject[];
  /** How many submissions; drawn from the solutions, variants and mutants. */
  count: number;
  seed: number;
  /** How many at once, the second time. */
  concurrency: number;
  ledger: Ledger;
  /** No run begins after this time, by `performance.now()`. */
  until: number;
  signal: AbortSignal;
  /** Called after each run. */
  told: (mode: Mode, run: FlakeRun) => void;
}

/** `alone`: one at a time, each in an engine of its own start. `among`: as many at once as may be. */
export type Mode = 'alone' | 'among';

/** What came of it: lines for what differs, and how many of the submissions lack one of their two verdicts. */
export interface Stability {
  compared: number;
  differing: string[];
  missing: number;
  /** Milliseconds that each mode took in this session. */
  wallMs: Record<Mode, number>;
}

/** Grades the same submissions one at a time and many at once, and compares; what the ledger has is not graded again. */
export async function runStability(options: StabilityOptions): Promise<Stability> {
  const { subjects, ledger } = options;
  await using stack = new AsyncDisposableStack();
  const target = await mkdtemp(join(tmpdir(), 'drydock-stability-'));
  stack.defer(() => rm(target, { recursive: true, force: true }));
  const meant = (name: string) => name !== 'starter' && name !== 'empty';
  const all = (await Promise.all(subjects.map((subject) => plan(subject, target, meant)))).flat();
  const drawn = [...new Set(draw(all, options.count, options.seed))];

  const wallMs = { alone: 0, among: 0 };
  for (const mode of ['alone', 'among'] as const) {
    const began = performance.now();
    await gradeLacking(mode, drawn, options);
    wallMs[mode] = performance.now() - began;
  }
  const pairs = drawn.map((planned): Pair => {
    const [alone, among] = [found(ledger, 'alone', planned), found(ledger, 'among', planned)];
    return { assignment: planned.subject.assignment.id, case: planned.case.name, alone, among };
  });
  const whole = pairs.filter(({ alone, among }) => alone !== null && among !== null);
  return {
    ...{ compared: whole.length, missing: drawn.length - whole.length },
    ...{ differing: differences(pairs), wallMs },
  };
}

async function gradeLacking(mode: Mode, drawn: readonly Planned[], options: StabilityOptions): Promise<void> {
  const { ledger, signal, subjects, told, until } = options;
  const lacking = drawn.filter((planned) => found(ledger, mode, planned) === null);
  const byId = new Map(lacking.map((planned, index) => [String(index), planned]));
  async function* jobs(): AsyncGenerator<GradingJob> {
    for (const [id, { subject, case: one }] of byId) {
      if (performance.now() > until) return;
      const { name: student, folder } = one;
      yield { id, student, folder, assignment: subject.assignment.id, priority: 'bulk' };
    }
  }
  const began = new Map<string, number>();
  const finished = async ({ job, result }: GradedJob) => {
    const planned = byId.get(job.id);
    if (planned === undefined) return;
    const verdict = verdictOf(result);
    const run: FlakeRun = {
      ...{ assignment: job.assignment, case: planned.case.name, key: keyOf(mode, planned), verdict },
      machine: verdict ? null : (result.reason?.code ?? 'UNKNOWN'),
      wallMs: Math.round(performance.now() - (began.get(job.id) ?? 0)),
    };
    await ledger.add(run);
    told(mode, run);
  };
  const started = ({ id }: GradingJob) => void began.set(id, performance.now());
  const assignments = new Map(subjects.map((subject) => [subject.assignment.id, subject]));
  const count = mode === 'alone' ? 1 : options.concurrency;
  await using queue = new LocalQueue(
    { ...options.grounds, assignments },
    { min: count, max: count, ...(mode === 'alone' ? { standby: 0 } : {}) },
  );
  await queue.grade(jobs(), { started, finished }, signal);
}

/** The verdict of the last run that had one. */
function found(ledger: Ledger, mode: Mode, planned: Planned): FlakeRun['verdict'] {
  const runs = ledger.runsOf(planned.subject.assignment.id, planned.case.name, keyOf(mode, planned));
  return runs.findLast(({ verdict }) => verdict)?.verdict ?? null;
}

function keyOf(mode: Mode, { key }: Planned): string {
  return `${mode} ${key}`;
}
