/**
 * Where a cold `drydock check` of build-noderun goes: wall time, the machine's CPU and Drydock's own part of it, phase
 * by phase. Usage: node harness/bench/phases.ts [--rounds 11]
 */
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import type { Result } from '../result.ts';
import { startColdCheck } from './cold-check.ts';
import { benchFailed } from './desk.ts';
import { machineCpuSeconds, machineLine, median, processCpuSeconds } from './machine-cpu.ts';

/** What was used until a moment, in seconds: of wall time since the start, of all cores, of Drydock's own process. */
interface Sample {
  wall: number;
  machine: number;
  own: number;
}

/** As often as the kernel's clock ticks (USER_HZ). */
const sampleMs = 10;
const phaseNames = ['start', 'boot', 'replay', 'checks', 'removal'] as const;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '11' } } });
const rounds = Number(values.rounds);

const runs: Sample[][] = [];
// One round before the first that counts fills the caches of disk and kernel.
for (let round = 0; round <= rounds; round += 1) {
  const run = await phasesOfOneCheck();
  if (round > 0) runs.push(run);
  console.error(`round ${round}/${rounds}  ${run.reduce((sum, { wall }) => sum + wall, 0).toFixed(2)} s`);
}

console.log(`${machineLine()}; medians of ${rounds}\n`);
console.log('| phase | wall | CPU of the machine | of it Drydock’s |');
console.log('|---|---|---|---|');
for (const [index, name] of phaseNames.entries()) {
  const cell = (key: keyof Sample) => `${median(runs.map((run) => run[index]?.[key] ?? 0)).toFixed(2)} s`;
  console.log(`| ${name} | ${cell('wall')} | ${cell('machine')} | ${cell('own')} |`);
}

/** What each phase of one check took, by the times in its result. */
async function phasesOfOneCheck(): Promise<Sample[]> {
  const [beganAt, began, machineBegan] = [Date.now(), performance.now(), machineCpuSeconds()];
  const samples: Sample[] = [];
  const child = startColdCheck('--json');
  child.stderr.resume();
  const ended = once(child, 'exit');
  const answer = text(child.stdout);
  const sample = () => {
    const own = processCpuSeconds(child.pid ?? 0) ?? samples.at(-1)?.own ?? 0;
    const wall = (performance.now() - began) / 1000;
    samples.push({ wall, machine: machineCpuSeconds() - machineBegan, own });
  };
  const timer = setInterval(sample, sampleMs);
  const [code] = await ended;
  clearInterval(timer);
  sample();
  const [result] = JSON.parse(await answer) as Result[];
  if (code !== 0 || result === undefined) throw benchFailed(`drydock check ended with exit code ${code}`);

  const { prepare, boot, replay, checks } = result.phases;
  const ends: number[] = [];
  let until = Date.parse(result.startedAt) - beganAt;
  for (const ms of [prepare, boot, replay, checks]) {
    until += ms;
    ends.push(until / 1000);
  }
  const reached = [...ends.map((end) => samples.findLast(({ wall }) => wall <= end)), samples.at(-1)];
  return reached.map((now, index) => {
    const before = reached[index - 1];
    const since = (key: keyof Sample) => (now?.[key] ?? 0) - (before?.[key] ?? 0);
    return { wall: since('wall'), machine: since('machine'), own: since('own') };
  });
}
