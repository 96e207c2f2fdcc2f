import { type CheckResult, isAdvice, type Outcome } from '../result.ts';

/** What the checks of one submission add up to. */
export interface Score {
  outcome: Extract<Outcome, 'graded' | 'error'>;
  /** Whole points; null when a check broke: an outage is never a zero. */
  score: number | null;
  max: number;
}

/**
 * Adds up checks. One that ended in an error leaves the submission without a score, unless it is advice: what is worth
 * nothing can cost no grade.
 */
export function scoreOf(checks: readonly CheckResult[]): Score {
  const max = checks.reduce((sum, check) => sum + check.max, 0);
  const scored = checks.filter((check) => !isAdvice(check));
  const broke = scored.length === 0 || scored.some((check) => check.status === 'error');
  if (broke) return { outcome: 'error', score: null, max };
  return { outcome: 'graded', score: checks.reduce((sum, check) => sum + (check.points ?? 0), 0), max };
}
