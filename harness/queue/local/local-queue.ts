import { hostname } from 'node:os';
import type { GradingJob, GradingQueue, QueueWatch } from '../job.ts';
import { type GradingGrounds, gradeJob } from './grade-job.ts';
import { type JobRunner, runJobs } from './run-jobs.ts';

export interface LocalQueueOptions {
  /** How many submissions may be graded at once. */
  concurrency: number;
}

/** Grades on this machine, in this process. */
export class LocalQueue implements GradingQueue {
  readonly #grounds: GradingGrounds;
  readonly #concurrency: number;
  readonly #stop = new AbortController();
  readonly #runs = new Set<Promise<void>>();

  constructor(grounds: GradingGrounds, { concurrency }: LocalQueueOptions) {
    this.#grounds = grounds;
    this.#concurrency = concurrency;
  }

  async grade(jobs: AsyncIterable<GradingJob>, watch: QueueWatch, signal: AbortSignal): Promise<void> {
    const run = this.#run({
      ...{ jobs, watch, worker: hostname() },
      signal: AbortSignal.any([signal, this.#stop.signal]),
      slots: { count: this.#concurrency, onChange: () => () => undefined },
      work: (job, own) => gradeJob(job, this.#grounds, { signal: own }),
    });
    this.#runs.add(run);
    try {
      await run;
    } finally {
      this.#runs.delete(run);
    }
  }

  #run(runner: JobRunner): Promise<void> {
    return runJobs(runner);
  }

  /** Aborts what still runs, and waits until it has cleared away. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort(new DOMException('the queue was disposed of', 'AbortError'));
    await Promise.allSettled(this.#runs);
  }
}
