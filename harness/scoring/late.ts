import type { LatePolicy, Policy } from './policy.ts';

const minuteMs = 60_000;
/** Days are counted as spans of 24 hours: no change of the clocks makes one shorter or longer. */
const dayMs = 24 * 60 * minuteMs;

/** How late a submission was, and what that costs. */
export interface Lateness {
  /** Whole minutes after the due date, begun ones counted. */
  minutes: number;
  /** Days begun after the due date and the grace. */
  days: number;
  /** Of the points won, 0 to 100. */
  percent: number;
}

/**
 * What being late costs; undefined for what came in time, what nobody knows the time of, and where nothing is due.
 * @param submittedAt ISO 8601
 */
export function lateness(
  { due, late }: Policy,
  submittedAt: string | null | undefined,
): Lateness | undefined {
  if (due === null || submittedAt === null || submittedAt === undefined || late.kind === 'none')
    return undefined;
  const ms = Date.parse(submittedAt) - Date.parse(due);
  const beyond = ms - graceMinutes(late) * minuteMs;
  if (!(beyond > 0)) return undefined;
  const days = Math.ceil(beyond / dayMs);
  const percent = late.kind === 'cutOff' ? 100 : Math.min(days * late.percent, late.atMost);
  return { minutes: Math.ceil(ms / minuteMs), days, percent };
}

/** A score less so many percent of itself: whole points, a half rounded up. Null, which is no score, stays null. */
export function lessPercent<Score extends number | null>(score: Score, percent: number): Score | number {
  // In whole hundredths of a point, so that no fraction is ever rounded twice.
  return score === null ? score : Math.floor((score * (100 - percent) + 50) / 100);
}

function graceMinutes(late: Exclude<LatePolicy, { kind: 'none' }>): number {
  return late.kind === 'cutOff' ? late.afterMinutes : late.graceMinutes;
}
