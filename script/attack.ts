/** Runs the attack suite and prints what became of each attack. Exit code 1 when one got through or was not tried. */
import Dockerode from 'dockerode';
import { type Outcome, runSuite, suiteLine } from '../harness/attack/index.ts';
import { chooseReaper, sweep } from '../harness/sandbox/index.ts';
import { interruptible } from './interruptible.ts';

const interruption = interruptible();

const outer = new Dockerode();
await sweep(outer);
await chooseReaper(outer);
try {
  const outcomes = await runSuite(outer, interruption.signal, print);
  process.stdout.write(`\n${suiteLine(outcomes)}\n`);
  process.exitCode = outcomes.some(isBad) ? 1 : 0;
} catch (thrown) {
  if (!interruption.explains(thrown)) throw thrown;
  process.exitCode = interruption.code;
}

function print(outcome: Outcome): void {
  const { attack, verdict, harms, output } = outcome;
  const row = [verdict.padEnd(12), attack.from.padEnd(11), attack.id.padEnd(32), attack.title];
  process.stdout.write(`${row.join(' ')}\n`);
  if (!isBad(outcome)) return;
  const shown = output.replace(/[^\x20-\x7e\n]/g, '').slice(0, 800);
  process.stdout.write(
    `${[...harms, shown].map((text) => `    ${text.replaceAll('\n', '\n    ')}\n`).join('')}`,
  );
}

function isBad({ verdict }: Outcome): boolean {
  return verdict === 'got through' || verdict === 'untried';
}
