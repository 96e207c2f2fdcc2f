/**
 * What memory whoever gives out the jobs of a class needs, from the first to the last: jobs, queue and store are real,
 * and grading takes the time that was recorded, and gives the result that was recorded then.
 * Usage: node harness/bench/coordinator.ts RESULTS [--submissions 2000] [--workers 32] [--speed 50] [--plot FILE]
 * RESULTS is a folder that `drydock grade --out` wrote.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { GradingJob } from '../queue/index.ts';
import { ResultStore, StoredResults } from '../store/index.ts';
import { lineChart, type Point } from './chart.ts';
import { benchFailed } from './desk.ts';
import { machineLine, median } from './machine-cpu.ts';
import { type Recorded, RecordedQueue } from './recorded-queue.ts';

const text = { type: 'string' } as const;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    submissions: { ...text, default: '2000' },
    workers: { ...text, default: '32' },
    speed: { ...text, default: '50' },
    plot: text,
  },
});
const submissions = Number(values.submissions);
const recorded: Recorded[] = [];
for await (const result of new StoredResults(positionals[0] ?? '').all()) {
  const { boot, replay, checks } = result.phases;
  recorded.push({ text: JSON.stringify(result), durationMs: boot + replay + checks });
}
if (recorded.length === 0) throw benchFailed('name a folder with results, of `drydock grade --out`');

await using stack = new AsyncDisposableStack();
const folder = await mkdtemp(join(tmpdir(), 'drydock-coordinator-'));
stack.defer(() => rm(folder, { recursive: true, force: true }));
const store = stack.use(await ResultStore.open(folder));
await using queue = new RecordedQueue(recorded, {
  workers: Number(values.workers),
  speed: Number(values.speed),
});

async function* jobs(): AsyncGenerator<GradingJob> {
  for (let index = 0; index < submissions; index += 1) {
    const student = `student${Math.floor(index / recorded.length)}`;
    const assignment = `assignment${index % recorded.length}`;
    yield { id: `${student} ${assignment}`, student, assignment, folder: '/', priority: 'bulk' };
  }
}

const points: Point[] = [];
let done = 0;
const measure = () => points.push({ x: done, y: process.memoryUsage.rss() / 2 ** 20 });
measure();
const began = performance.now();
const cpuBegan = process.cpuUsage();
const finished = async ({ result }: { result: Parameters<ResultStore['put']>[0] }) => {
  await store.put(result);
  done += 1;
  if (done % 20 === 0) measure();
};
await queue.grade(jobs(), { started: () => undefined, finished }, new AbortController().signal);

const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(cpuBegan);
const between = (from: number, to: number) =>
  median(points.filter(({ x }) => x >= from * submissions && x <= to * submissions).map(({ y }) => y));
console.log(
  `${machineLine()}; ${done} submissions in ${seconds.toFixed(0)} s, recorded from ${recorded.length} real ones\n`,
);
console.log('| of the submissions | memory of the process (RSS), median |\n|---|---|');
for (const [name, from, to] of [
  ['none yet', 0, 0],
  ['first quarter', 0, 0.25],
  ['second quarter', 0.25, 0.5],
  ['third quarter', 0.5, 0.75],
  ['last quarter', 0.75, 1],
] as const)
  console.log(`| ${name} | ${between(from, to).toFixed(0)} MiB |`);
console.log(`\nits own CPU: ${((user + system) / 1000 / done).toFixed(2)} ms a submission`);
if (values.plot !== undefined) {
  const title = `Memory of the coordinator over ${submissions} submissions`;
  await writeFile(values.plot, lineChart(title, { x: 'submissions graded', y: 'MiB (RSS)' }, points));
}
