/** What was measured of the machine over the last moment. */
export interface Sample {
  /** Share of all cores' time that was idle, 0 to 1. */
  cpuIdle: number;
  /** Programs that could run, for each core, those that do run counted; null where the system does not tell. */
  runnable: number | null;
  /** Bytes that programs can still get. */
  memoryAvailable: number;
  /** Bytes left where Docker keeps its containers; null where that is not on this machine. */
  diskAvailable: number | null;
  /** Jobs under way. */
  running: number;
  /** Jobs that wait for a slot. */
  waiting: number;
}

export interface Bounds {
  min: number;
  max: number;
  /** Bytes of memory that one job may take: its engine's limit and its terminal's. */
  jobMemory: number;
}

/** Samples that a decision about the CPU is made on: single ones say little, for a `docker build` is all peaks. */
export const windowSize = 5;
/** More idle time than this is what waits leave: `docker stop`'s grace, an image's HEALTHCHECK, a `sleep`. */
const idleToGrow = 0.2;
/** So many programs a core keep it busy even while some of them wait for the disk; more only slow each other down. */
const runnableToShrink = 4;
/** Memory and disk that are left to others, whatever waits. */
const spareMemory = 2 ** 30;
const spareDisk = 2 ** 30;

/**
 * How many jobs run at once. It begins with what it is given, usually the number of cores, and follows what is measured:
 * - **one more** when every slot is taken, jobs wait, the cores have been idle for a fifth of the last samples, and
 *   memory for one more whole job is left: jobs wait for timers much of their time, and that time is free;
 * - **one fewer** when more programs than cores can use have stood in line through the last samples: then answers
 *   come late, and lateness must never decide a verdict; but not fewer than it began with, since one job for each core
 *   puts nobody in line, and whatever else the machine does would starve this;
 * - **one fewer at once**, without waiting for more samples, when memory or disk run out, until only `min` are left:
 *   whoever is killed for memory is no student's fault;
 * - else it stays: busy cores are what it is for. After a change it looks at new samples alone.
 *
 * A job that runs is never ended for it: fewer slots are fewer starts. Pure: all that it knows is given to it. Why these
 * measures and no others: docs/decisions/0019.
 */
export class Concurrency {
  readonly #bounds: Bounds;
  #window: Sample[] = [];
  readonly #begin: number;
  #count: number;
  #short = false;
  #crowded = false;

  constructor(bounds: Bounds, begin: number) {
    this.#bounds = bounds;
    this.#begin = clamp(begin, bounds);
    this.#count = this.#begin;
  }

  get count(): number {
    return this.#count;
  }

  /** True while memory or disk are short: what is not needed has to go. */
  get isShort(): boolean {
    return this.#short;
  }

  /** True while the cores have more to do than they can: nothing is started ahead. */
  get isCrowded(): boolean {
    return this.#crowded;
  }

  /** Looks at one more sample; the rest is what follows from it. */
  look(sample: Sample): void {
    this.#window = [...this.#window, sample].slice(-windowSize);
    this.#short = sample.memoryAvailable < spareMemory || (sample.diskAvailable ?? spareDisk) < spareDisk;
    const whole = this.#window.length === windowSize;
    if (whole) this.#crowded = median(this.#window.map(({ runnable }) => runnable ?? 0)) > runnableToShrink;
    if (this.#short) this.#change(-1);
    else if (whole && this.#crowded && this.#count > this.#begin) this.#change(-1);
    else if (whole && this.#hasRoom()) this.#change(1);
  }

  #hasRoom(): boolean {
    const wanted = this.#window.every(({ running, waiting }) => running >= this.#count && waiting > 0);
    const idle = median(this.#window.map(({ cpuIdle }) => cpuIdle)) > idleToGrow;
    const least = Math.min(...this.#window.map(({ memoryAvailable }) => memoryAvailable));
    return wanted && idle && least - spareMemory > this.#bounds.jobMemory;
  }

  #change(by: 1 | -1): void {
    const next = clamp(this.#count + by, this.#bounds);
    if (next === this.#count) return;
    this.#count = next;
    this.#window = [];
  }
}

function clamp(count: number, { min, max }: Bounds): number {
  return Math.max(1, min, Math.min(max, count));
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
