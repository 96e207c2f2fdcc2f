/**
 * How many submissions a minute a class is graded at, and what CPU each takes: straight on a daemon, in the usual
 * docker-in-docker driven by a loop, and by `drydock grade`. The ways take turns.
 * Usage: node harness/bench/bulk.ts [--students 2] [--rounds 2] [--minutes 3] [--concurrency 4] [--plots FOLDER] [-- options of drydock grade]
 * No round begins that would probably not end in the minutes given, but the first. What was graded is then what the
 * coordinator's memory is measured with.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Dockerode from 'dockerode';
import { prepareImages } from '../images/index.ts';
import { discoverAssignments } from '../manifest/index.ts';
import { type BulkWay, dockerInDockerLoop, drydockGrade, straightAlone } from './bulk-ways.ts';
import { barChart } from './chart.ts';
import { CourseWork } from './course-work.ts';
import { machineLine } from './machine-cpu.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    students: { ...text, default: '2' },
    rounds: { ...text, default: '2' },
    minutes: { ...text, default: '3' },
    concurrency: { ...text, default: String(2 * availableParallelism()) },
    plots: text,
  },
});
const [each, rounds, minutes] = [Number(values.students), Number(values.rounds), Number(values.minutes)];

const docker = new Dockerode();
const course = join(import.meta.dirname, '..', '..');
const assignments = await discoverAssignments(join(course, 'assignments'));
const images = [...new Set(assignments.flatMap((assignment) => assignment.images))];
const golden = await prepareImages({ docker, images, progress: (line) => console.error(line.en) });

await using stack = new AsyncDisposableStack();
const folder = await mkdtemp(join(tmpdir(), 'drydock-bulk-'));
stack.defer(() => rm(folder, { recursive: true, force: true }));
const work = stack.use(await CourseWork.start(docker, golden, folder));
await work.lay(assignments, join(course, 'graders'));
const desk = stack.use(await work.warmEngine());
const ways: BulkWay[] = [
  straightAlone(work, desk),
  dockerInDockerLoop(work, Number(values.concurrency)),
  drydockGrade(folder, course, positionals),
];

const sums = ways.map(() => ({ wallSeconds: 0, cpuSeconds: 0, submissions: 0 }));
const began = performance.now();
let made = 0;
for (; made < rounds; made += 1) {
  const spent = (performance.now() - began) / 60_000;
  if (made > 0 && spent + spent / made > minutes) break;
  for (const [index, way] of ways.entries()) {
    const run = await way.run(assignments, each);
    const sum = sums[index];
    if (sum === undefined) continue;
    sum.wallSeconds += run.wallSeconds;
    sum.cpuSeconds += run.cpuSeconds;
    sum.submissions += each * assignments.length;
    console.error(
      `round ${made + 1}  ${run.wallSeconds.toFixed(1)} s  ${run.cpuSeconds.toFixed(1)} s of CPU  ${way.name}`,
    );
  }
}

const rows = ways.map(({ name }, index) => {
  const { wallSeconds = 0, cpuSeconds = 0, submissions = 0 } = sums[index] ?? {};
  return { name, submissions, perMinute: (60 * submissions) / wallSeconds, cpu: cpuSeconds / submissions };
});
const floor = rows[0]?.cpu ?? Number.NaN;
console.log(`${machineLine()}; ${made} rounds, taking turns\n`);
console.log(
  '| way | submissions | a minute | CPU of the machine each | times the floor |\n|---|---|---|---|---|',
);
for (const { name, submissions, perMinute, cpu } of rows)
  console.log(
    `| ${name} | ${submissions} | ${perMinute.toFixed(1)} | ${cpu.toFixed(2)} s | ${(cpu / floor).toFixed(2)} |`,
  );
const plots = values.plots;
if (plots !== undefined) {
  await mkdir(plots, { recursive: true });
  const bars = rows.map(({ name, perMinute }) => ({ name, value: perMinute }));
  await writeFile(
    join(plots, 'bulk-speed.svg'),
    barChart('Submissions a minute, all five assignments', bars),
  );
}
console.log();
// In a process of its own: this one has held engines.
const args = [join(import.meta.dirname, 'coordinator.ts'), join(folder, 'results')];
const plot = plots === undefined ? [] : ['--plot', join(plots, 'bulk-memory.svg')];
const [code] = await once(spawn(process.execPath, [...args, ...plot], { stdio: 'inherit' }), 'close');
process.exitCode = code;
