import type { Check } from './check.ts';

/** A grader: the checks of one assignment, in the order the student reads them. */
export interface Grader {
  readonly assignment: string;
  readonly checks: readonly Check<unknown>[];
}

/** Declares a grader: identity plus inference. Whether it is sound is for `graderFaults` to say. */
export function defineGrader(grader: Grader): Grader {
  return grader;
}

/** What is wrong with a grader in itself: English sentences for its author, none when it is sound. */
export function graderFaults(grader: Grader, maxPoints: number): string[] {
  const faults: string[] = [];
  const ids = grader.checks.map((check) => check.id);
  const seen = new Set<Check<unknown>>();
  for (const check of grader.checks) {
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(check.id))
      faults.push(`check id ${JSON.stringify(check.id)} is not kebab-case`);
    if (ids.indexOf(check.id) !== ids.lastIndexOf(check.id))
      faults.push(`check id ${check.id} is used twice`);
    if (!Number.isSafeInteger(check.points) || check.points < 0)
      faults.push(`check ${check.id} has ${check.points} points: whole points only`);
    if (check.adds && check.disturbs)
      faults.push(`check ${check.id} disturbs, so it runs alone; it cannot run beside all others as well`);
    for (const needed of Object.values(check.needs)) {
      if (!seen.has(needed))
        faults.push(`check ${check.id} needs ${needed.id}, which is not listed before it`);
      if (check.points > 0 && needed.points === 0)
        faults.push(`check ${check.id} needs ${needed.id}, which is advice and must cost nothing`);
      if (needed.disturbs && !check.disturbs)
        faults.push(`check ${check.id} needs ${needed.id}, which runs last because it disturbs`);
    }
    seen.add(check);
  }
  const sum = grader.checks.reduce((total, check) => total + check.points, 0);
  if (grader.checks.length === 0) faults.push('it has no checks: nothing executed is never a pass');
  if (sum !== maxPoints) faults.push(`its points add up to ${sum}, but the manifest says ${maxPoints}`);
  return faults;
}
