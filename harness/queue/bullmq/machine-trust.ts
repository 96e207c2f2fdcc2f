/**
 * Whether a machine can still be trusted with jobs: no longer after so many different jobs in a row that it was the
 * first to fail. A job that another machine has failed before says nothing about this one, so that a poisoned job
 * counts against one machine and only once.
 */
export class MachineTrust {
  readonly #most: number;
  readonly #failed = new Set<string>();
  #pardoned = false;

  constructor(most: number) {
    this.#most = most;
  }

  failed(id: string, firstToFail: boolean): void {
    if (firstToFail) this.#failed.add(id);
  }

  graded(): void {
    this.#pardoned = false;
    this.#failed.clear();
  }

  /** The machine was looked at and found well: what failed may have been the jobs. Once, until a job is graded. */
  pardon(): void {
    this.#failed.clear();
    this.#pardoned = true;
  }

  get pardoned(): boolean {
    return this.#pardoned;
  }

  get lost(): boolean {
    return this.#failed.size >= this.#most;
  }

  /** Different jobs in a row that the machine failed. */
  get count(): number {
    return this.#failed.size;
  }
}
