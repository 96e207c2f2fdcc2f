/**
 * How long the whole build-noderun exercise takes: straight on a daemon, in the usual docker-in-docker, and through
 * Drydock with all its checks. The ways take turns, so that a busy moment of the machine hits all of them.
 * Usage: node harness/bench/exercise.ts [--rounds 5] [--json]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Dockerode from 'dockerode';
import { prepareImages } from '../images/index.ts';
import { type Measured, machineLine, measured, median } from './machine-cpu.ts';
import { coldCheck, fromStandby, saveBaseImage, straight, usualDockerInDocker } from './ways.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, json: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);

const docker = new Dockerode();
const socketPath = process.env.DOCKER_HOST?.replace(/^unix:\/\//, '') ?? '/var/run/docker.sock';
const golden = await prepareImages({
  docker,
  images: ['node:20-alpine3.17'],
  progress: (line) => console.error(line.en),
});

await using stack = new AsyncDisposableStack();
const folder = await mkdtemp(join(tmpdir(), 'drydock-bench-'));
stack.defer(() => rm(folder, { recursive: true, force: true }));
await saveBaseImage(docker, golden, folder);
const tar = join(folder, 'images.tar');
const floor = stack.use(await straight(docker, golden, tar, socketPath));
const ways = [
  floor,
  await usualDockerInDocker(docker, golden, tar),
  coldCheck(),
  await fromStandby(docker, golden),
];

const runs = ways.map((): Measured[] => []);
// One round before the first that counts fills the caches of disk and kernel for every way alike.
for (let round = 0; round <= rounds; round += 1) {
  for (const [index, way] of ways.entries()) {
    await way.before?.();
    const run = await measured(() => way.run());
    await way.after?.();
    if (round > 0) runs[index]?.push(run);
    console.error(`round ${round}/${rounds}  ${run.wallSeconds.toFixed(2)} s  ${way.name}`);
  }
}

const rows = ways.map(({ name }, index) => ({
  name,
  wallSeconds: median((runs[index] ?? []).map((run) => run.wallSeconds)),
  cpuSeconds: median((runs[index] ?? []).map((run) => run.cpuSeconds)),
}));
const base = rows[0] ?? { wallSeconds: Number.NaN, cpuSeconds: Number.NaN };
if (values.json) {
  console.log(JSON.stringify({ machine: machineLine(), rounds, rows }, null, 2));
} else {
  console.log(`${machineLine()}; medians of ${rounds}, taking turns\n`);
  console.log('| way | wall | times the floor | CPU of the machine | times the floor |');
  console.log('|---|---|---|---|---|');
  for (const { name, wallSeconds, cpuSeconds } of rows) {
    const times = (value: number, of: number) => (value / of).toFixed(2);
    const cells = [
      `${wallSeconds.toFixed(2)} s`,
      times(wallSeconds, base.wallSeconds),
      `${cpuSeconds.toFixed(2)} s`,
      times(cpuSeconds, base.cpuSeconds),
    ];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
