/**
 * How grading grows with machines: coordinator, Redis and workers are real, each in a process of its own; grading takes
 * a recorded time, so many times faster than it was. A run with n of the most workers gets n of their share of jobs.
 * Usage: node harness/bench/scale.ts [--submissions 10000] [--workers 1,2,5,10] [--speed 20] [--port 16379]
 */
import { parseArgs } from 'node:util';
import { machineLine, median } from './machine-cpu.ts';
import { type FleetRun, meanMs, runFleet, slots } from './scale/index.ts';

const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    submissions: { ...text, default: '10000' },
    workers: { ...text, default: '1,2,5,10' },
    most: { ...text, default: '10' },
    speed: { ...text, default: '20' },
    port: { ...text, default: '16379' },
  },
});
const [submissions, speed, port, most] = [values.submissions, values.speed, values.port, values.most].map(
  Number,
) as [number, number, number, number];

console.log(
  `${machineLine()}; grading ${speed} times faster than recorded, ${slots} jobs a worker at once\n`,
);
console.log(
  '| workers | submissions | wall | a second | of what the workers could do | coordinator’s CPU | Redis’ CPU | Redis commands a submission | Redis’ memory at most |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
const runs: FleetRun[] = [];
for (const [index, workers] of values.workers.split(',').map(Number).entries()) {
  const run = await runFleet(workers, Math.round((submissions * workers) / most), speed, port + index);
  runs.push(run);
  console.log(row(run));
}
const longest = runs.reduce((a, b) => (b.jobs > a.jobs ? b : a));
console.log(`\nThe coordinator’s memory (RSS) over ${longest.jobs} submissions:\n`);
console.log('| tenth of the time | median |\n|---|---|');
for (let tenth = 0; tenth < 10; tenth += 1) {
  const { rss } = longest;
  const part = rss.slice(Math.floor((tenth * rss.length) / 10), Math.floor(((tenth + 1) * rss.length) / 10));
  console.log(`| ${tenth + 1} | ${(median(part) / 2 ** 20).toFixed(0)} MiB |`);
}

function row(run: FleetRun): string {
  const { workers, jobs, seconds, coordinatorCpu, redisCpu, redisCommands, redisPeakBytes } = run;
  const could = (workers * slots * 1000 * speed) / meanMs;
  const share = (cpu: number) => `${((100 * cpu) / seconds).toFixed(0)} %`;
  const cells = [
    ...[workers, jobs, `${seconds.toFixed(1)} s`, (jobs / seconds).toFixed(1)],
    `${((100 * jobs) / seconds / could).toFixed(0)} %`,
    ...[share(coordinatorCpu), share(redisCpu), (redisCommands / jobs).toFixed(0)],
    `${(redisPeakBytes / 2 ** 20).toFixed(0)} MiB`,
  ];
  return `| ${cells.join(' | ')} |`;
}
