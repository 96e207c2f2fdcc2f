import type { GradedJob, GradingJob, GradingQueue, QueueLoad, QueueWatch } from '../queue/index.ts';
import type { Result } from '../result.ts';
import { machineFailed } from '../verify/index.ts';
import { Agenda, type Consequence, type Stop } from './agenda.ts';
import type { Kept } from './kept.ts';
import type { Sentinels, SentinelVerdict } from './sentinel.ts';
import { suspectOf } from './suspect.ts';
import type { Unproven } from './unproven.ts';

/** Told of what happens while a class is graded. */
export interface ClassWatch {
  started(job: GradingJob): void;
  graded(job: GradingJob, result: Result): void;
  /** A sentinel ended; `result` says what the machine made of it. */
  sentinel(verdict: SentinelVerdict, result: Result): void;
  /** So many results were taken back, to be graded again. */
  suspects(count: number): void;
  load(load: QueueLoad): void;
}

export interface ClassOptions {
  readonly jobs: readonly GradingJob[];
  readonly queue: GradingQueue;
  readonly kept: Kept;
  readonly keyOf: (assignment: string, submissionHash: string | null) => string;
  /** When a job's submission was handed in, in ISO 8601; null when unknown. */
  readonly submittedAt: (job: GradingJob) => string | null;
  /** A job of an earlier run as it is now, for its folder may have been that run's own; undefined when it is gone. */
  readonly locate: (job: GradingJob) => GradingJob | undefined;
  /** None: nobody looks whether the machine grades rightly. */
  readonly sentinels: Sentinels | undefined;
  /** A pair of sentinels is graded after so many jobs. */
  readonly every: number;
  readonly unproven: Unproven;
  readonly watch: ClassWatch;
  readonly signal: AbortSignal;
}

/** Grades a class, keeping each result as it comes. Undefined when all jobs were graded; else why the run ended. */
export async function gradeClass(options: ClassOptions): Promise<Stop | undefined> {
  const { every, jobs, kept, keyOf, queue, sentinels, signal, submittedAt, unproven, watch } = options;
  const left = unproven.left.map((job) => options.locate(job) ?? job);
  const gone = new Set(unproven.left.filter((job) => !options.locate(job)).map(({ id }) => id));
  const agenda = new Agenda({
    ...{ jobs, every, unproven: left, gone },
    sentinels: sentinels && (() => sentinels.next()),
  });
  let stop: Stop | undefined;
  let changed = Promise.withResolvers<void>();

  async function* given(): AsyncGenerator<GradingJob> {
    for (;;) {
      const { promise } = changed;
      const job = agenda.next();
      if (job === undefined) return;
      if (job === 'wait') await promise;
      else yield job;
    }
  }

  const ended = async ({ job, result }: GradedJob): Promise<void> => {
    if (sentinels && agenda.isSentinel(job)) {
      const verdict = sentinels.verdictOf(job, result);
      watch.sentinel(verdict, result);
      await follow(agenda.sentinelEnded(job, verdict));
    } else {
      // First the note: a kill between the two must not leave a result that nobody has to prove.
      if (sentinels) await unproven.add(job);
      const { assignment, submissionHash } = result;
      await kept.put({ ...result, key: keyOf(assignment, submissionHash), submittedAt: submittedAt(job) });
      watch.graded(job, result);
      await follow(agenda.ended(job, machineFailed(result) ? 'error' : 'graded'));
    }
    changed.resolve();
    changed = Promise.withResolvers();
  };

  const follow = async (consequence: Consequence): Promise<void> => {
    stop ??= consequence.stop;
    for (const id of consequence.suspects) await takeBack(id);
    if (consequence.suspects.length > 0) watch.suspects(consequence.suspects.length);
    // Suspects are marked in their results: those are graded again, by this run or the next.
    if (consequence.confirmed || consequence.suspects.length > 0) await unproven.keep(agenda.unproven);
  };

  const byId = new Map([...jobs, ...left].map((job) => [job.id, job]));
  const takeBack = async (id: string): Promise<void> => {
    const { student = '', assignment = '' } = byId.get(id) ?? {};
    const result = await kept.current(student, assignment);
    // What needed no machine to be settled, no machine got wrong.
    if (result && result.engineVersion !== null) await kept.put(suspectOf(result));
  };

  // One at a time: what is noted as unproven and what the agenda knows of must be the same.
  let last = Promise.resolve();
  const inTurn = (graded: GradedJob) => {
    last = last.then(() => ended(graded));
    return last;
  };
  signal.throwIfAborted();
  const queueWatch: QueueWatch = {
    started: (job) => watch.started(job),
    finished: inTurn,
    load: (load) => watch.load(load),
  };
  await queue.grade(given(), queueWatch, signal);
  return stop;
}
