import { asGraded, type CheckResult, isAdvice, type Result } from '../result.ts';

/** What is wrong with a result that a schema cannot say: English sentences, none when it adds up. */
export function resultFaults(result: Result): string[] {
  const graded = asGraded(result);
  return [
    ...outcomeFaults(graded),
    ...result.checks.flatMap(pointFaults),
    ...needFaults(graded),
    ...adjustmentFaults(result),
    ...momentFaults(result),
  ];
}

/** Every report sorts by times and writes them: one that no calendar has would end it halfway. */
function momentFaults({ startedAt, submittedAt, machineErrors = [] }: Result): string[] {
  const moments = [startedAt, submittedAt, ...machineErrors.map(({ at }) => at)];
  return moments
    .filter((moment) => typeof moment === 'string' && Number.isNaN(Date.parse(moment)))
    .map((moment) => `${moment} is no time that there is`);
}

/** Adjustments are a chain from the graded score to the final one. */
function adjustmentFaults({ outcome, reason, score, max, adjustments = [] }: Result): string[] {
  const faults: string[] = [];
  for (const [index, { kind, from, to, was }] of adjustments.entries()) {
    const before = adjustments[index - 1];
    if (kind === 'attempt' && before) faults.push('another attempt counts, but only after an adjustment');
    if (before && from !== before.to) faults.push(`adjusted from ${from}, but the score was ${before.to}`);
    if (to > max) faults.push(`adjusted to ${to} of ${max}`);
    if (was && kind !== 'override')
      faults.push(`${kind} gave a score to what was ${was.outcome}: an override alone may`);
    if (was && (outcome !== 'graded' || reason !== null))
      faults.push(`outcome ${outcome}${reason ? ' with a reason' : ''}, but an override graded it`);
  }
  const last = adjustments.at(-1);
  if (last && last.to !== score) faults.push(`score is ${score}, but it was adjusted to ${last.to}`);
  if (last && outcome === 'error') faults.push('outcome error, but its score was adjusted');
  return faults;
}

function outcomeFaults({ outcome, score, max, reason, checks }: Result): string[] {
  const faults: string[] = [];
  const say = (condition: boolean, fault: string) => condition && faults.push(fault);
  const won = checks.reduce((sum, check) => sum + (check.points ?? 0), 0);
  const possible = checks.reduce((sum, check) => sum + check.max, 0);
  say(
    (score === null) !== (outcome === 'error'),
    `outcome ${outcome} with score ${score}: an error alone has none`,
  );
  say(
    (reason === null) !== (outcome === 'graded'),
    `outcome ${outcome} ${reason ? 'with' : 'without'} a reason`,
  );
  say(score !== null && score !== won, `score is ${score}, but the checks' points add up to ${won}`);
  say(checks.length > 0 && possible !== max, `max is ${max}, but the checks' maxima add up to ${possible}`);
  if (outcome === 'graded') {
    const scored = checks.filter((check) => !isAdvice(check));
    const executed = scored.some((check) => check.status === 'passed' || check.status === 'failed');
    say(!executed, 'graded, but no check was executed');
    for (const check of scored)
      say(check.status === 'error', `graded, but check ${check.id} ended in an error`);
  }
  if (outcome === 'missing' || outcome === 'invalid') {
    say(won > 0, `outcome ${outcome} with ${won} points`);
  }
  return faults;
}

function pointFaults({ id, status, points, max, message, messageId }: CheckResult): string[] {
  const faults: string[] = [];
  const due = status === 'passed' ? max : status === 'error' ? null : 0;
  if (points !== due) faults.push(`check ${id} is ${status} and has points ${points} instead of ${due}`);
  const silent = message === null || messageId === null;
  if (status === 'passed' && (message !== null || messageId !== null))
    faults.push(`check ${id} passed and has a message`);
  if (status !== 'passed' && silent) faults.push(`check ${id} is ${status} and says nothing`);
  return faults;
}

function needFaults({ outcome, checks }: Result): string[] {
  const faults: string[] = [];
  const statuses = new Map(checks.map((check) => [check.id, check.status]));
  if (statuses.size !== checks.length) faults.push('two checks have the same id');
  for (const check of checks) {
    const unknown = check.needs.filter((need) => !statuses.has(need));
    for (const need of unknown) faults.push(`check ${check.id} needs ${need}, which is not among the checks`);
    const unmet = check.needs.some((need) => statuses.get(need) !== 'passed');
    // Where nothing ran, everything is blocked by that alone.
    if (outcome === 'graded' && check.status === 'blocked' && !unmet)
      faults.push(`check ${check.id} is blocked, but all it needs passed`);
    if (check.status === 'passed' && unmet) faults.push(`check ${check.id} passed, but not all it needs did`);
  }
  return faults;
}
