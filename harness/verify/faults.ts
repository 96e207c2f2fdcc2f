import type { Grader } from '../authoring/index.ts';
import type { Assignment } from '../manifest/index.ts';
import type { Result } from '../result.ts';
import type { Case } from './cases.ts';

/** What the author said of a case and what grading it gave, where the two differ; English, for authors. */
export function caseFaults(tried: Case, result: Result, assignment: Assignment): string[] {
  const { kind, expectation } = tried;
  if (result.outcome === 'error')
    return [`it ended in an error: ${result.reason?.message.en ?? 'no reason given'}`];
  if (kind === 'empty') {
    const { outcome } = assignment.expect.empty;
    return result.outcome === outcome ? [] : [`its outcome is ${result.outcome}, expected ${outcome}`];
  }
  if (kind === 'mutant' && expectation) return mutantFaults(result, expectation);
  const expected = kind === 'starter' ? assignment.expect.starter.score : assignment.points;
  return result.score === expected
    ? []
    : [`its score is ${result.score}, expected ${expected}${failedList(result)}`];
}

function mutantFaults(result: Result, { checks, score }: NonNullable<Case['expectation']>): string[] {
  const faults: string[] = [];
  const failed = new Map(
    result.checks.filter(({ status }) => status === 'failed').map(({ id, messageId }) => [id, messageId]),
  );
  for (const [id, messageId] of Object.entries(checks)) {
    if (!failed.has(id)) faults.push(`${id} does not fail, expected ${messageId}`);
    else if (failed.get(id) !== messageId) faults.push(`${id} says ${failed.get(id)}, expected ${messageId}`);
  }
  for (const [id, messageId] of failed) {
    if (!(id in checks)) faults.push(`${id} fails with ${messageId}, which expect.json does not list`);
  }
  if (result.score !== score) faults.push(`its score is ${result.score}, expected ${score}`);
  return faults;
}

function failedList(result: Result): string {
  const failed = result.checks.filter(({ status }) => status !== 'passed');
  return failed.length === 0 ? '' : `: ${failed.map(({ id, messageId }) => `${id} ${messageId}`).join(', ')}`;
}

/** Checks that no mutant fails and messages that no case produced: a check that nothing fails proves nothing. */
export function coverageFaults(
  grader: Grader,
  messageIds: readonly string[],
  results: readonly Result[],
): string[] {
  const failed = results.flatMap(({ checks }) => checks.filter(({ status }) => status === 'failed'));
  const failedIds = new Set(failed.map(({ id }) => id));
  const said = new Set(failed.map(({ messageId }) => messageId));
  return [
    ...grader.checks
      .filter(({ id }) => !failedIds.has(id))
      .map(({ id }) => `no mutant fails the check ${id}`),
    ...messageIds.filter((id) => !said.has(id)).map((id) => `no mutant produces the message ${id}`),
  ];
}
