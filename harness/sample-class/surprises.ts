import type { Result } from '../result.ts';
import type { ExpectedClass, ExpectedVerdict } from './write-class.ts';

/** Everything about the results of a class that is not as it must be, one sentence each; none when all is right. */
export function surprisesIn(expected: ExpectedClass, results: readonly Result[]): string[] {
  const byName = new Map(results.map((result) => [nameOf(result), result]));
  const wanted = new Map(expected.submissions.map((verdict) => [nameOf(verdict), verdict]));
  return [
    ...expected.submissions.flatMap((verdict) => surprise(verdict, byName.get(nameOf(verdict)))),
    ...results
      .filter((result) => !wanted.has(nameOf(result)) && result.outcome !== 'missing')
      .map((result) => `${nameOf(result)}: nothing was handed in, and it is ${result.outcome}`),
  ];
}

function surprise(verdict: ExpectedVerdict, result: Result | undefined): string[] {
  const subject = `${nameOf(verdict)} (${verdict.example})`;
  if (result === undefined) return [`${subject}: there is no result`];
  const { outcome, score } = result;
  if (outcome !== verdict.outcome || score !== verdict.score)
    return [`${subject}: ${outcome} ${score} in place of ${verdict.outcome} ${verdict.score}`];
  const failed = result.checks.filter(({ status }) => status === 'failed');
  const said = failed.map(({ id, messageId }) => `${id} ${messageId}`).sort();
  const due =
    verdict.checks &&
    Object.entries(verdict.checks)
      .map((pair) => pair.join(' '))
      .sort();
  if (due === undefined || said.join() === due.join()) return [];
  return [`${subject}: failed are ${said.join(', ') || 'none'} in place of ${due.join(', ') || 'none'}`];
}

function nameOf({ student, assignment }: Pick<Result, 'student' | 'assignment'>): string {
  return `${student}/${assignment}`;
}
