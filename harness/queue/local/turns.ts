/** So many at a time; who came first has the turn first, but those who are in a hurry go before the others. */
export class Turns {
  #free: number;
  readonly #hurried: (() => void)[] = [];
  readonly #patient: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  /** Whether a turn could be had at once. */
  get isFree(): boolean {
    return this.#free > 0;
  }

  /** Waits for a turn; gives what ends it, which may be called more than once. */
  async take(hurry = true): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((turn) => (hurry ? this.#hurried : this.#patient).push(turn));
    let over = false;
    return () => {
      if (over) return;
      over = true;
      const next = this.#hurried.shift() ?? this.#patient.shift();
      if (next) next();
      else this.#free += 1;
    };
  }
}
