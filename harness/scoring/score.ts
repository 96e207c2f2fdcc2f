import type { CheckResult, Outcome } from '../result.ts';

/** What the checks of one submission add up to. */
export interface Score {
  outcome: Extract<Outcome, 'graded' | 'error'>;
  /** Whole points; null when a check broke: an outage is never a zero. */
  score: number | null;
  max: number;
}

/** Adds up checks. One check that ended in an error leaves the submission without a score. */
export function scoreOf(checks: readonly CheckResult[]): Score {
  const max = checks.reduce((sum, check) => sum + check.max, 0);
  const broke = checks.length === 0 || checks.some((check) => check.status === 'error');
  if (broke) return { outcome: 'error', score: null, max };
  return { outcome: 'graded', score: checks.reduce((sum, check) => sum + (check.points ?? 0), 0), max };
}
