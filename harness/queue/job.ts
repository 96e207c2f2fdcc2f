import type { Result } from '../result.ts';

/** One submission for one assignment, to be graded: plain data. */
export interface GradingJob {
  /** Unique in a run. */
  readonly id: string;
  readonly student: string;
  /** The assignment's slug. */
  readonly assignment: string;
  /** The submission's folder on this machine; it may not exist: then nothing was handed in. */
  readonly folder: string;
  /** What somebody waits for goes before what a class can wait for. */
  readonly priority: 'interactive' | 'bulk';
}

/** A job that ended, with what came of it: a result without a score where the machine failed every attempt. */
export interface GradedJob {
  readonly job: GradingJob;
  readonly result: Result;
  /** Which machine graded it, by a name for people. */
  readonly worker: string;
}

/** How much is under way, for whoever watches. */
export interface QueueLoad {
  /** Jobs being graded now. */
  readonly running: number;
  /** Jobs that may run at once, as of now. */
  readonly slots: number;
  /** Machines that take jobs; 1 in this process. */
  readonly workers: number;
}

/** Told of what happens to jobs. */
export interface QueueWatch {
  started(job: GradingJob, worker: string): void;
  /** Awaited before the job counts as done: what it stores is stored then. */
  finished(graded: GradedJob): Promise<void>;
  load?(load: QueueLoad): void;
}

/** Where jobs are graded: in this process, or by workers elsewhere. */
export interface GradingQueue extends AsyncDisposable {
  /**
   * Grades jobs as they come, many at a time, and returns when the last has finished. A job is pulled when there is
   * room for it, so that whoever gives jobs may add some after others finished. Throws what the operator has to mend
   * (UsageError), what `finished` throws, and the signal's reason; never for one submission's or the machine's failure.
   */
  grade(jobs: AsyncIterable<GradingJob>, watch: QueueWatch, signal: AbortSignal): Promise<void>;
}
