import { setTimeout } from 'node:timers/promises';
import type { GradingJob, GradingQueue, QueueWatch } from '../queue/index.ts';
import type { Result } from '../result.ts';

/** A result that was graded before, as the text that a worker would send. */
export interface Recorded {
  readonly text: string;
  /** How long grading it took, in milliseconds. */
  readonly durationMs: number;
}

/** Workers elsewhere that only take the time which was recorded: what whoever gives the jobs needs is all real. */
export class RecordedQueue implements GradingQueue {
  readonly #recorded: readonly Recorded[];
  readonly #workers: number;
  readonly #speed: number;

  /** `speed`: how many times faster than recorded. */
  constructor(recorded: readonly Recorded[], options: { workers: number; speed: number }) {
    this.#recorded = recorded;
    this.#workers = options.workers;
    this.#speed = options.speed;
  }

  async grade(jobs: AsyncIterable<GradingJob>, watch: QueueWatch, signal: AbortSignal): Promise<void> {
    const source = jobs[Symbol.asyncIterator]();
    let taken = 0;
    const worker = async (_: unknown, index: number) => {
      const name = `worker-${index}`;
      for (;;) {
        const { value: job, done } = await source.next();
        if (done) return;
        const { text, durationMs } = this.#recorded[taken++ % this.#recorded.length] as Recorded;
        watch.started(job, name);
        await setTimeout(durationMs / this.#speed, undefined, { signal });
        const { student, assignment } = job;
        const result = { ...(JSON.parse(text) as Result), student, assignment };
        await watch.finished({ job, result, worker: name });
      }
    };
    await Promise.all(Array.from({ length: this.#workers }, worker));
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}
