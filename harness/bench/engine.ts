/**
 * How long a student's first command waits: for a fresh engine with the course image in it, and for one that stood by.
 * Usage: node harness/bench/engine.ts [--rounds 9]
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Dockerode from 'dockerode';
import { prepareImages } from '../images/index.ts';
import { loadAssignment } from '../manifest/index.ts';
import { startSandbox } from '../runner/index.ts';
import { chooseReaper, defaultReplayLimits, type Sandbox } from '../sandbox/index.ts';
import { machineLine, median } from './machine-cpu.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
const rounds = Number(values.rounds);
const docker = new Dockerode();
const { signal } = new AbortController();
const assignment = await loadAssignment(
  join(import.meta.dirname, '..', '..', 'assignments', 'build-noderun'),
);
const golden = await prepareImages({
  docker,
  images: assignment.images,
  progress: ({ en }) => console.error(en),
});
await chooseReaper(docker);

/** Types one command that the engine has to answer. */
function firstAnswer(sandbox: Sandbox) {
  return sandbox.replay('docker version\n', defaultReplayLimits, signal, () => undefined);
}

const times: Record<string, number[]> = { ready: [], typed: [], standby: [], removed: [] };
const took = (what: string, began: number) => times[what]?.push((performance.now() - began) / 1000);
for (let round = 0; round <= rounds; round += 1) {
  if (round === 1) for (const what of Object.keys(times)) times[what] = [];
  let began = performance.now();
  const fresh = await startSandbox({ docker, assignment, golden, signal }, []);
  await fresh.ready;
  took('ready', began);
  await firstAnswer(fresh);
  took('typed', began);
  began = performance.now();
  await fresh[Symbol.asyncDispose]();
  took('removed', began);

  const standby = await startSandbox({ docker, assignment, golden, signal });
  await standby.ready;
  began = performance.now();
  await standby.lay([]);
  await firstAnswer(standby);
  took('standby', began);
  await standby[Symbol.asyncDispose]();
}

const names: Record<string, string> = {
  ready: 'fresh engine: first request answered',
  typed: 'fresh engine: first `docker version` typed and answered in the bench',
  standby: 'engine that stood by: first `docker version` typed and answered in the bench',
  removed: 'everything of a sandbox removed',
};
console.log(`${machineLine()}; medians of ${rounds}\n\n| what | time |\n|---|---|`);
for (const [what, values] of Object.entries(times))
  console.log(`| ${names[what]} | ${median(values).toFixed(2)} s |`);
