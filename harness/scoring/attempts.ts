import type { Result } from '../result.ts';
import { lateness, lessPercent } from './late.ts';
import type { Policy } from './policy.ts';

/**
 * The attempt that counts. An attempt is something handed in: gradings of the same content are one, the latest grading
 * says what it is worth, and it came when it first came. Where the latest could not be graded, nothing counts in its
 * place: what it is worth is not known yet.
 * @param earlier what was graded before, oldest first
 */
export function countingAttempt(current: Result, earlier: readonly Result[], policy: Policy): Result {
  if (current.outcome === 'error') return current;
  const attempts = byContent([...earlier.filter((each) => comparable(each, current)), current]);
  const last = attempts.at(-1) ?? current;
  if (policy.attempts === 'last') return last;
  const worth = (each: Result) =>
    lessPercent(each.score, lateness(policy, each.submittedAt)?.percent ?? 0) ?? 0;
  // The later of two equals: nothing is said about an attempt that makes no difference.
  return attempts.reduceRight((best, each) => (worth(each) > worth(best) ? each : best), last);
}

/** Points out of another maximum cannot be compared, and a machine's failure is no attempt. */
function comparable({ outcome, max }: Result, current: Result): boolean {
  return outcome !== 'error' && max === current.max;
}

function byContent(results: readonly Result[]): Result[] {
  const attempts = new Map<string, Result>();
  for (const result of results) {
    const content = result.submissionHash ?? '';
    const before = attempts.get(content);
    attempts.delete(content);
    const earlier = before && cameBefore(before, result) ? { submittedAt: before.submittedAt ?? null } : {};
    attempts.set(content, { ...result, ...earlier });
  }
  return [...attempts.values()];
}

/** By the times that are known: where one is not, it says nothing. */
function cameBefore({ submittedAt: one }: Result, { submittedAt: other }: Result): boolean {
  return Boolean(one && other) && Date.parse(one ?? '') < Date.parse(other ?? '');
}
