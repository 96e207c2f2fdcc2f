import { Turns } from './turns.ts';

/** What the pool has to know of a sandbox. */
export interface Standby extends AsyncDisposable {
  /** Settles when its engine has booted, or never will. */
  readonly ready: Promise<unknown>;
}

export interface PoolOptions<Box extends Standby> {
  start(assignment: string): Promise<Box>;
  /** How many engines may boot at once: booting is work for the CPU, about half a second of it, so usually the cores. */
  boots: number;
  /** A sandbox that stood by longer than so many milliseconds is not used. */
  oldestMs: number;
  now(): number;
}

/** One job's right to a sandbox. */
export interface Claim<Box> extends AsyncDisposable {
  /** The one that stood by, or a fresh one; the caller disposes of it. Throws what the start threw. */
  take(): Promise<Box>;
}

interface Kept<Box> {
  readonly assignment: string;
  readonly box: Promise<Box>;
  readonly since: number;
}

/**
 * Starts sandboxes, so many at a time, some of them ahead of the jobs that will need them. One that did not start, whose
 * engine is dead or that stood too long is thrown away; the job it was meant for gets a fresh one.
 */
export class EnginePool<Box extends Standby> implements AsyncDisposable {
  readonly #options: PoolOptions<Box>;
  readonly #turns: Turns;
  readonly #kept = new Set<Kept<Box>>();
  readonly #leaving = new Set<Promise<void>>();
  #closed = false;

  constructor(options: PoolOptions<Box>) {
    this.#options = options;
    this.#turns = new Turns(options.boots);
  }

  /** How many stand by. */
  get size(): number {
    return this.#kept.size;
  }

  /** Tells which sandboxes should stand by; what is more is removed, what lacks is started when that may be and a boot is free. */
  keep(assignments: readonly string[], mayStart = true): void {
    const surplus = new Set(this.#kept);
    for (const assignment of assignments) {
      const has = [...surplus].find((kept) => kept.assignment === assignment);
      if (has) surplus.delete(has);
      else if (mayStart && !this.#closed && this.#turns.isFree) this.#add(assignment);
    }
    for (const kept of surplus) this.#drop(kept);
  }

  /** Sets one that stands by aside for a job, if there is one. */
  claim(assignment: string): Claim<Box> {
    let kept = this.#fresh(assignment);
    if (kept) this.#kept.delete(kept);
    return {
      take: () => {
        const box = kept?.box ?? this.#start(assignment, true);
        kept = undefined;
        return box;
      },
      // A job that turned out to have nothing to replay leaves it to the next.
      [Symbol.asyncDispose]: async () => {
        if (kept === undefined) return;
        if (this.#closed) await this.#remove(kept.box);
        else this.#kept.add(kept);
      },
    };
  }

  /** Removes all that stand by, those that are still being started too. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    this.keep([]);
    await Promise.all(this.#leaving);
  }

  #add(assignment: string): void {
    const kept = { assignment, box: this.#start(assignment, false), since: this.#options.now() };
    this.#kept.add(kept);
    kept.box.then(({ ready }) => ready).catch(() => this.#drop(kept));
  }

  #fresh(assignment: string): Kept<Box> | undefined {
    const young = this.#options.now() - this.#options.oldestMs;
    for (const kept of this.#kept) if (kept.since < young) this.#drop(kept);
    return [...this.#kept].find((kept) => kept.assignment === assignment);
  }

  async #start(assignment: string, hurry: boolean): Promise<Box> {
    const over = await this.#turns.take(hurry);
    try {
      const box = await this.#options.start(assignment);
      box.ready.then(over, over);
      return box;
    } catch (thrown) {
      over();
      throw thrown;
    }
  }

  #drop(kept: Kept<Box>): void {
    if (!this.#kept.delete(kept)) return;
    const gone = this.#remove(kept.box).finally(() => this.#leaving.delete(gone));
    this.#leaving.add(gone);
  }

  /** What did not start has cleared itself away; what does not go is swept at the next start, and is no job's trouble. */
  async #remove(box: Promise<Box>): Promise<void> {
    const started = await box.catch(() => undefined);
    await Promise.resolve(started?.[Symbol.asyncDispose]()).catch(() => undefined);
  }
}
