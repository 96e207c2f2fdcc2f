import type { CheckResult, Result } from '../../harness/result.ts';
import type { CheckMove, CheckSide } from './change.ts';

/**
 * The checks that say something else than before, in the order of the later grader; those it has no more come last.
 * The wording of a message is not compared: it may hold what is drawn at random for each run.
 */
export function checkMoves(before: Result, after: Result): CheckMove[] {
  if (before.outcome !== 'graded' || after.outcome !== 'graded') return [];
  const was = new Map(before.checks.map((check) => [check.id, check]));
  const is = new Map(after.checks.map((check) => [check.id, check]));
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    const title = (now ?? old)?.title;
    if (title === undefined || (old && now && same(old, now))) return [];
    return [{ id, title, before: sideOf(old), after: sideOf(now) }];
  });
}

function same(one: CheckResult, other: CheckResult): boolean {
  return (
    one.status === other.status &&
    one.points === other.points &&
    one.max === other.max &&
    one.messageId === other.messageId
  );
}

function sideOf(check: CheckResult | undefined): CheckSide | null {
  if (check === undefined) return null;
  const { status, points, max, messageId, message } = check;
  return { status, points, max, messageId, message };
}
