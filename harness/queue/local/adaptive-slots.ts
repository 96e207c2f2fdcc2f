import type { Concurrency, Sample } from './concurrency.ts';
import type { Slots } from './run-jobs.ts';

type Measure = () => Promise<Omit<Sample, 'running' | 'waiting'>>;

/** Slots that follow the machine, measured every so many milliseconds until it is disposed of; fixed without a measure. */
export class AdaptiveSlots implements Slots, Disposable {
  /** What the queue has under way; it says so whenever that changed. */
  jobs: Pick<Sample, 'running' | 'waiting'> = { running: 0, waiting: 0 };
  readonly #concurrency: Concurrency;
  readonly #listeners = new Set<() => void>();
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(concurrency: Concurrency, measure: Measure | undefined, everyMs = 1000) {
    this.#concurrency = concurrency;
    this.#timer = measure && setInterval(() => void this.#look(measure), everyMs);
  }

  get count(): number {
    return this.#concurrency.count;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async #look(measure: Measure): Promise<void> {
    const before = this.count;
    this.#concurrency.look({ ...(await measure()), ...this.jobs });
    if (this.count !== before) for (const listener of this.#listeners) listener();
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    this.#listeners.clear();
  }
}
