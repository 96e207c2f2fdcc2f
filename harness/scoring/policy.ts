/** What becomes of a submission that came after the due date. Shares are in percent of the points won, times in minutes. */
export type LatePolicy =
  | { kind: 'none' }
  /** For every day begun, so much less, but never more than `atMost`; what comes within the grace is in time. */
  | { kind: 'percentPerDay'; percent: number; graceMinutes: number; atMost: number }
  /** All points until so long after the due date, none from then on. */
  | { kind: 'cutOff'; afterMinutes: number };

/** Which of a student's attempts counts. */
export type AttemptRule = 'best' | 'last';

/** What a course says about one assignment. */
export interface Policy {
  /** ISO 8601 with an offset; null where nothing is due. */
  due: string | null;
  late: LatePolicy;
  attempts: AttemptRule;
}

/** Nothing is ever late, and the last attempt counts. */
export const noPolicy: Policy = { due: null, late: { kind: 'none' }, attempts: 'last' };
