import { type CheckResult, isAdvice, type Result } from '../result.ts';

/** What is wrong with a result that a schema cannot say: English sentences, none when it adds up. */
export function resultFaults(result: Result): string[] {
  return [...outcomeFaults(result), ...result.checks.flatMap(pointFaults), ...needFaults(result)];
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
