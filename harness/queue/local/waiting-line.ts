import type { GradingJob } from '../job.ts';

/** Jobs that were pulled and wait: those somebody waits for first, the others in the order in which they came. */
export class WaitingLine {
  readonly #interactive: GradingJob[] = [];
  readonly #bulk: GradingJob[] = [];

  get length(): number {
    return this.#interactive.length + this.#bulk.length;
  }

  add(job: GradingJob): void {
    (job.priority === 'interactive' ? this.#interactive : this.#bulk).push(job);
  }

  next(): GradingJob | undefined {
    return this.#interactive.shift() ?? this.#bulk.shift();
  }

  /** All of them, the next first. */
  upcoming(): GradingJob[] {
    return [...this.#interactive, ...this.#bulk];
  }

  clear(): void {
    this.#interactive.length = 0;
    this.#bulk.length = 0;
  }
}
