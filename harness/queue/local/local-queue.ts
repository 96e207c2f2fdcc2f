import { hostname } from 'node:os';
import type { Result } from '../../result.ts';
import { startSandbox } from '../../runner/index.ts';
import { defaultLimits, type Sandbox } from '../../sandbox/index.ts';
import type { GradingJob, GradingQueue, QueueWatch } from '../job.ts';
import { AdaptiveSlots } from './adaptive-slots.ts';
import { Concurrency } from './concurrency.ts';
import { EnginePool } from './engine-pool.ts';
import { type GradingGrounds, gradeJob, loadedAssignment } from './grade-job.ts';
import { Machine } from './machine.ts';
import { runJobs } from './run-jobs.ts';

export interface LocalQueueOptions {
  /** At least so many submissions at once; 1 when left out. */
  min?: number;
  /** At most so many; four for each core when left out. The same as `min` turns adaptation off. */
  max?: number;
  /** At most so many engines booted ahead of the submissions that wait; one for each core when left out. */
  standby?: number;
}

/** Longer than any job of a full machine takes; what an engine ages by meanwhile is its clock and its logs. */
const oldestStandbyMs = 10 * 60_000;

/** Grades in this process, on the machine of one Docker daemon: see `Concurrency` for how many at once. */
export class LocalQueue implements GradingQueue {
  readonly #grounds: GradingGrounds;
  readonly #options: LocalQueueOptions;
  readonly #stop = new AbortController();
  readonly #runs = new Set<Promise<void>>();

  constructor(grounds: GradingGrounds, options: LocalQueueOptions = {}) {
    this.#grounds = grounds;
    this.#options = options;
  }

  async grade(jobs: AsyncIterable<GradingJob>, watch: QueueWatch, signal: AbortSignal): Promise<void> {
    const run = this.#grade(jobs, watch, AbortSignal.any([signal, this.#stop.signal]));
    this.#runs.add(run);
    try {
      await run;
    } finally {
      this.#runs.delete(run);
    }
  }

  /** Aborts what still runs, and waits until it has cleared away. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort(new DOMException('the queue was disposed of', 'AbortError'));
    await Promise.allSettled(this.#runs);
  }

  async #grade(jobs: AsyncIterable<GradingJob>, watch: QueueWatch, signal: AbortSignal): Promise<void> {
    const machine = await Machine.of(this.#grounds.docker);
    const { min = 1, max = Math.max(min, 4 * machine.cores), standby = machine.cores } = this.#options;
    const concurrency = new Concurrency({ min, max, jobMemory: this.#jobMemory() }, machine.cores);
    using slots = new AdaptiveSlots(concurrency, machine.isHere ? () => machine.measure() : undefined);
    await using engines = new EnginePool<Sandbox>({
      ...{ boots: machine.cores, oldestMs: oldestStandbyMs, now: () => performance.now() },
      start: (slug) => this.#start(slug, signal),
    });
    await runJobs({
      ...{ jobs, signal, slots, worker: hostname() },
      watch: {
        started: (job, worker) => watch.started(job, worker),
        finished: (graded) => watch.finished(graded),
        load: (load) => {
          slots.jobs = { ...slots.jobs, running: load.running };
          watch.load?.(load);
        },
      },
      work: (job, own) => this.#work(job, engines, own),
      waiting: (upcoming) => {
        slots.jobs = { ...slots.jobs, waiting: upcoming.length };
        const ahead = concurrency.isShort ? [] : upcoming.slice(0, standby);
        engines.keep(
          ahead.map(({ assignment }) => assignment),
          !concurrency.isCrowded,
        );
      },
    });
  }

  async #work(job: GradingJob, engines: EnginePool<Sandbox>, signal: AbortSignal): Promise<Result> {
    await using claim = engines.claim(job.assignment);
    return await gradeJob(job, this.#grounds, { signal, standby: () => claim.take() });
  }

  async #start(slug: string, signal: AbortSignal): Promise<Sandbox> {
    const { assignments, golden, ...shared } = this.#grounds;
    const { assignment } = loadedAssignment(assignments, slug);
    const store = typeof golden === 'function' ? await golden() : golden;
    return startSandbox({ ...shared, assignment, golden: store, signal });
  }

  /** Bytes that the largest job may take. */
  #jobMemory(): number {
    const limits = [...this.#grounds.assignments.values()].map(
      ({ assignment }) => assignment.limits.memoryBytes,
    );
    return Math.max(0, ...limits) + defaultLimits.engineOwnMemoryBytes + defaultLimits.benchMemoryBytes;
  }
}
