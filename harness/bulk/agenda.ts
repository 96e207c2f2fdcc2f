import type { GradingJob } from '../queue/index.ts';
import type { Outcome } from '../result.ts';
import type { SentinelVerdict } from './sentinel.ts';

/** Two jobs whose verdicts are known: a solution, and a mutant of it. */
export interface SentinelPair {
  readonly assignment: string;
  readonly jobs: readonly GradingJob[];
}

/** What is graded, and when the machine is put to the proof. */
export interface AgendaOptions {
  readonly jobs: readonly GradingJob[];
  /** Gives the next pair; undefined: this run has no sentinels. */
  readonly sentinels: (() => SentinelPair) | undefined;
  /** A pair is graded after so many jobs. */
  readonly every: number;
  /** Graded by an earlier run that was cut off before its next pair. */
  readonly unproven?: readonly GradingJob[];
  /** Ids of those whose submissions are not there any more: they can be taken back, but not graded again. */
  readonly gone?: ReadonlySet<string>;
}

/** Why a run ends before its jobs do. */
export type Stop = 'wrong-sentinel' | 'lost-sentinel' | 'machine';

/** What has to be done after a job ended. */
export interface Consequence {
  /** The results that a good pair has proven: all that ended before. */
  confirmed: boolean;
  /** Ids of jobs whose results may be wrong: they are graded again. */
  suspects: string[];
  stop?: Stop;
}

/** A sentinel that the machine failed is graded so often before the run ends. */
const sentinelTries = 3;
/** So many jobs one after another without a score: the machine is broken, and the rest of the class would fare alike. */
const errorsInARow = 8;

/**
 * What to grade next, and what the verdicts of sentinels mean for the results between them. A pair goes first, one
 * after every so many jobs, and one at the end; jobs wait for the first pair alone. Results count as proven when a good
 * pair was graded before them and after them. Pure: it starts nothing and keeps nothing.
 */
export class Agenda {
  readonly #jobs: GradingJob[];
  readonly #sentinels: AgendaOptions['sentinels'];
  readonly #every: number;
  /** Goes before all others: sentinels, and what is graded again. */
  readonly #first: GradingJob[] = [];
  readonly #sentinelIds = new Set<string>();
  /** The pair under way: the ids that have not ended well yet. */
  #open = new Set<string>();
  readonly #tries = new Map<string, number>();
  /** Whether the last pair was good, so that jobs may run. */
  #proven: boolean;
  #sinceSentinel = 0;
  #wrongPairs = 0;
  #errorsInARow = 0;
  readonly #running = new Map<string, GradingJob>();
  /** Under way while a sentinel was wrong. */
  readonly #tainted = new Set<string>();
  readonly #unproven = new Map<string, GradingJob>();
  readonly #gone: ReadonlySet<string>;
  /** Jobs that the machine failed, each tried once more at the end. */
  #failed: GradingJob[] = [];
  readonly #triedAgain = new Set<string>();
  #stop: Stop | undefined;

  constructor({ jobs, sentinels, every, unproven = [], gone = new Set() }: AgendaOptions) {
    this.#jobs = [...jobs];
    this.#gone = gone;
    for (const job of unproven) this.#unproven.set(job.id, job);
    this.#sentinels = sentinels;
    this.#every = every;
    const idle = jobs.length + unproven.length === 0;
    this.#proven = sentinels === undefined || idle;
    if (!idle) this.#prove();
  }

  /** The next job; `wait` while that depends on one under way; undefined when there is none left. */
  next(): GradingJob | 'wait' | undefined {
    const job = this.#choose();
    if (typeof job === 'object') {
      this.#running.set(job.id, job);
      if (!this.isSentinel(job)) this.#sinceSentinel += 1;
    }
    return job;
  }

  #choose(): GradingJob | 'wait' | undefined {
    if (this.#stop !== undefined) return this.#running.size > 0 ? 'wait' : undefined;
    if (this.#open.size === 0 && this.#sinceSentinel >= this.#every) this.#prove();
    const urgent = this.#first.findIndex(({ id }) => this.#proven || this.#open.has(id));
    if (urgent >= 0) return this.#first.splice(urgent, 1)[0];
    if (!this.#proven) return 'wait';
    const job = this.#jobs.shift();
    if (job !== undefined) return job;
    if (this.#running.size > 0) return 'wait';
    if (this.#failed.length > 0) {
      this.#jobs.push(...this.#failed.splice(0));
      return this.#jobs.shift();
    }
    if (this.#sentinels === undefined || this.#unproven.size === 0) return undefined;
    this.#prove();
    return this.#first.shift();
  }

  /** What was graded since the last good pair. */
  get unproven(): GradingJob[] {
    return [...this.#unproven.values()];
  }

  /** Whether this id is one of a sentinel's jobs. */
  isSentinel({ id }: GradingJob): boolean {
    return this.#sentinelIds.has(id);
  }

  /** Takes note of a sentinel that ended. */
  sentinelEnded(job: GradingJob, verdict: SentinelVerdict): Consequence {
    this.#running.delete(job.id);
    // Of a pair that was found wrong before its other half ended: it says nothing any more.
    if (!this.#open.has(job.id)) return { confirmed: false, suspects: [] };
    if (verdict === 'lost') return this.#lost(job);
    if (verdict === 'wrong') return this.#wrong();
    this.#open.delete(job.id);
    if (this.#open.size > 0) return { confirmed: false, suspects: [] };
    this.#proven = true;
    this.#wrongPairs = 0;
    this.#unproven.clear();
    return { confirmed: true, suspects: [] };
  }

  /** Takes note of a submission that was graded. */
  ended(job: GradingJob, outcome: Outcome): Consequence {
    this.#running.delete(job.id);
    const none = { confirmed: false, suspects: [] };
    if (this.#tainted.delete(job.id)) {
      if (this.#stop === undefined) this.#first.push(job);
      return { confirmed: false, suspects: [job.id] };
    }
    if (outcome !== 'error') {
      this.#errorsInARow = 0;
      this.#unproven.set(job.id, job);
      return none;
    }
    this.#errorsInARow += 1;
    if (this.#errorsInARow >= errorsInARow) return this.#end('machine', none);
    if (!this.#triedAgain.has(job.id)) this.#failed.push(job);
    this.#triedAgain.add(job.id);
    return none;
  }

  #prove(): void {
    const pair = this.#sentinels?.();
    this.#sinceSentinel = 0;
    if (pair === undefined) return;
    const others = this.#first.filter((job) => !this.isSentinel(job));
    this.#open = new Set(pair.jobs.map(({ id }) => id));
    for (const id of this.#open) this.#sentinelIds.add(id);
    this.#first.splice(0, this.#first.length, ...pair.jobs, ...others);
  }

  #lost(job: GradingJob): Consequence {
    const tries = (this.#tries.get(job.id) ?? 0) + 1;
    this.#tries.set(job.id, tries);
    if (tries >= sentinelTries) return this.#end('lost-sentinel', this.#suspectAll());
    this.#first.unshift(job);
    return { confirmed: false, suspects: [] };
  }

  #wrong(): Consequence {
    this.#wrongPairs += 1;
    this.#proven = false;
    const consequence = this.#suspectAll();
    if (this.#wrongPairs > 1) return this.#end('wrong-sentinel', consequence);
    this.#prove();
    return consequence;
  }

  /** Everything since the last good pair: what ended is graded again, what is under way as soon as it ends. */
  #suspectAll(): Consequence {
    const others = [...this.#running.keys()].filter((id) => !this.#sentinelIds.has(id));
    for (const id of others) this.#tainted.add(id);
    const suspects = [...this.#unproven.values()];
    this.#unproven.clear();
    this.#first.push(...suspects.filter(({ id }) => !this.#gone.has(id)));
    return { confirmed: false, suspects: suspects.map(({ id }) => id) };
  }

  #end(stop: Stop, consequence: Consequence): Consequence {
    this.#stop = stop;
    return { ...consequence, stop };
  }
}
