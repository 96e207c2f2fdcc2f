import type { Result } from '../../result.ts';
import type { Text } from '../../text.ts';
import type { GradingJob } from '../job.ts';
import type { Timing } from './timing.ts';
import type { Versions } from './versions.ts';

/** Grades one job whose submission lies in `job.folder`. The machine's failures become results without a score. */
export type JobFunction = (job: GradingJob, signal: AbortSignal) => Promise<Result>;

export interface WorkerOptions {
  /** `redis://…` or `rediss://…` */
  readonly url: string;
  /** For people: which machine it is. */
  readonly name: string;
  readonly versions: Versions;
  /** Jobs at once. */
  readonly slots: number;
  readonly grade: JobFunction;
  /** The result of a job that no machine could grade, for one that none brought back. */
  readonly unable: (job: GradingJob, why: NonNullable<Result['reason']>) => Promise<Result>;
  /** Looks whether the machine can still grade, when jobs keep failing: they may be at fault. Never asked twice in a row. */
  readonly healthy?: () => Promise<boolean>;
  /** News for whoever runs the worker. */
  readonly notice: (text: Text) => void;
  /** Aborted: takes nothing new, finishes what runs. */
  readonly drain: AbortSignal;
  /** How many machine failures bury a job; 3 when left out. */
  readonly attempts?: number;
  /** How many different jobs in a row a machine may fail; 3 when left out. */
  readonly mostFailures?: number;
  readonly timing?: Partial<Timing>;
}

/** How a worker ended: as it was asked to, or because its machine keeps failing. */
export type WorkerEnd = { readonly kind: 'drained' } | { readonly kind: 'out'; readonly why: Text };
