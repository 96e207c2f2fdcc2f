/** The clocks of the queue, in milliseconds; tests turn them faster. */
export interface Timing {
  /** How often members say that they are there, and look who else is. */
  readonly beatMs: number;
  /** How long a job is a worker's after its last sign of life; renewed at half of it. */
  readonly lockMs: number;
  /** How often workers look for jobs whose worker is gone. */
  readonly stalledMs: number;
  /** How often the coordinator looks for news that got lost. */
  readonly sweepMs: number;
  /** How long a job that a machine failed waits before it is tried elsewhere. */
  readonly againMs: number;
}

/** A killed worker's jobs move on within a minute and a quarter; a Redis that is away for less costs nothing. */
export const usualTiming: Timing = {
  beatMs: 5000,
  lockMs: 60_000,
  stalledMs: 15_000,
  sweepMs: 5000,
  againMs: 1000,
};
