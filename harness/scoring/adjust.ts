import type { Adjustment, Result } from '../result.ts';
import { countingAttempt } from './attempts.ts';
import { lateness, lessPercent } from './late.ts';
import type { Policy } from './policy.ts';
import { attemptReason, lateReason } from './reasons.ts';

/** A score that a person gave. */
export interface Override {
  student: string;
  assignment: string;
  score: number;
  reason: string;
  /** Who gave it, where that is said. */
  by?: string;
}

/**
 * The result that counts, with its final score and what made it so: the attempt that counts, less what being late
 * costs, and last a person's word, which outweighs both. A result without a score keeps none unless a person gives one.
 * @param earlier what was graded before of the same student and assignment, oldest first
 */
export function adjust(
  current: Result,
  {
    earlier = [],
    policy,
    override,
  }: { earlier?: readonly Result[]; policy: Policy; override?: Override | undefined },
): Result {
  const counting = countingAttempt(current, earlier, policy);
  const adjustments: Adjustment[] = [];
  let { score } = counting;
  if (counting.submissionHash !== current.submissionHash && score !== null)
    adjustments.push({
      kind: 'attempt',
      from: current.score,
      to: score,
      reason: attemptReason(counting, current),
    });
  const late = lateness(policy, counting.submittedAt);
  const rest = lessPercent(score, late?.percent ?? 0);
  if (late && rest !== null && rest !== score) {
    adjustments.push({ kind: 'late', from: score, to: rest, reason: lateReason(late, policy.late) });
    score = rest;
  }
  const adjusted = adjustments.length === 0 ? counting : { ...counting, score, adjustments };
  return override ? overridden(adjusted, override) : adjusted;
}

function overridden(result: Result, { score, reason, by }: Override): Result {
  const { outcome, reason: why, adjustments = [] } = result;
  const was = outcome === 'graded' || why === null ? {} : { was: { outcome, reason: why } };
  const said = { ko: reason, en: reason };
  const override: Adjustment = { kind: 'override', from: result.score, to: score, reason: said, ...was };
  if (by !== undefined) override.by = by;
  return { ...result, outcome: 'graded', reason: null, score, adjustments: [...adjustments, override] };
}
