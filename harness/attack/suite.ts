import type Dockerode from 'dockerode';
import { runAttacks } from './arena.ts';
import type { Attack } from './attack.ts';
import { attacks } from './attacks/index.ts';
import type { Outcome } from './outcome.ts';
import { runSubmissionAttacks } from './submissions.ts';

/** Attacks that one sandbox takes after another: few enough that sandboxes side by side end together. */
const perSandbox = 24;
/** Sandboxes at a time. Attacks that wear the machine down are judged by whether others still work. */
const atATime = 2;

/** Runs every attack, in several sandboxes, and tells each outcome as it comes. Throws SandboxError. */
export async function runSuite(
  outer: Dockerode,
  signal: AbortSignal,
  told: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const outcomes = await runSubmissionAttacks();
  outcomes.forEach(told);
  const waiting = groups();
  const work = async () => {
    for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
      const done = await runAttacks(outer, group, signal);
      outcomes.push(...done);
      done.forEach(told);
    }
  };
  // Whatever fails first is thrown, once the other sandboxes are gone as well.
  const ended = await Promise.allSettled(Array.from({ length: atATime }, work));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
  return outcomes;
}

function groups(): Attack[][] {
  const shared = attacks.filter(({ alone }) => !alone);
  const chunks = Array.from({ length: Math.ceil(shared.length / perSandbox) }, (_, index) =>
    shared.slice(index * perSandbox, (index + 1) * perSandbox),
  );
  return [...attacks.filter(({ alone }) => alone).map((attack) => [attack]), ...chunks];
}

/** `210 refused, 40 contained, 0 got through`; what was not tried is told as well, where there is such a thing. */
export function suiteLine(outcomes: readonly Outcome[]): string {
  const count = (verdict: Outcome['verdict']) =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const untried = count('untried') > 0 ? `${count('untried')} not tried, ` : '';
  return `${untried}${count('refused')} refused, ${count('contained')} contained, ${count('got through')} got through`;
}
