import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type GradingJob, openRedisQueue } from '../../queue/index.ts';
import { benchFailed } from '../desk.ts';
import { resultOf, versions } from './recorded.ts';
import { BenchRedis } from './redis.ts';

/** What one run of the simulation measured. */
export interface FleetRun {
  readonly workers: number;
  readonly jobs: number;
  readonly seconds: number;
  /** CPU seconds of the coordinator's process and of Redis, of one core. */
  readonly coordinatorCpu: number;
  readonly redisCpu: number;
  readonly redisCommands: number;
  readonly redisPeakBytes: number;
  /** The coordinator's memory in bytes, from the first job to the last, evenly in time. */
  readonly rss: readonly number[];
}

/** So long a fleet may take to be there, in milliseconds. */
const gatherMs = 60_000;

/** Lets so many workers do so many jobs, `speed` times faster than recorded. The clock starts when all workers are there. */
export async function runFleet(
  workers: number,
  jobs: number,
  speed: number,
  port: number,
): Promise<FleetRun> {
  await using stack = new AsyncDisposableStack();
  const redis = stack.use(await BenchRedis.start(port));
  const dir = await mkdtemp(join(tmpdir(), 'drydock-scale-'));
  stack.defer(() => rm(dir, { recursive: true, force: true }));
  await writeSubmissions(dir, jobs);
  const fleet = Array.from({ length: workers }, (_, index) =>
    startWorker(redis.url, `vm-${index + 1}`, speed),
  );
  stack.defer(async () => {
    await Promise.all(fleet.map(endWorker));
  });
  const gradeHere = async (job: GradingJob) => resultOf(job);
  const queue = stack.use(await openRedisQueue({ url: redis.url, run: 'scale', versions, gradeHere }));
  await gathered(redis, workers);

  const before = await redis.work();
  const cpuBefore = process.cpuUsage();
  const began = performance.now();
  const rss: number[] = [];
  const sampling = setInterval(() => rss.push(process.memoryUsage.rss()), 250);
  const done = new Set<string>();
  const source = async function* (): AsyncGenerator<GradingJob> {
    for (let index = 0; index < jobs; index += 1) {
      const student = `student-${index}`;
      yield { id: student, student, assignment: 'a', folder: join(dir, student), priority: 'bulk' };
    }
  };
  const finished = async ({ job }: { job: GradingJob }) => void done.add(job.id);
  await queue.grade(source(), { started: () => undefined, finished }, new AbortController().signal);
  clearInterval(sampling);
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const after = await redis.work();
  if (done.size !== jobs) throw benchFailed(`${done.size} of ${jobs} jobs came back`);
  return {
    ...{ workers, jobs, seconds, rss, coordinatorCpu: (user + system) / 1e6 },
    redisCpu: after.cpuSeconds - before.cpuSeconds,
    redisCommands: after.commands - before.commands,
    redisPeakBytes: after.peakBytes,
  };
}

async function writeSubmissions(dir: string, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const folder = join(dir, `student-${index}`);
    await mkdir(folder);
    await writeFile(join(folder, 'solution.sh'), `docker run --name c${index} alpine true\n`.repeat(20));
  }
}

function startWorker(url: string, name: string, speed: number): ChildProcess {
  const file = join(import.meta.dirname, 'worker.ts');
  return spawn(process.execPath, [file, url, name, String(speed)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

async function endWorker(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGTERM');
  await gone;
}

async function gathered(redis: BenchRedis, workers: number): Promise<void> {
  for (let waited = 0; waited < gatherMs; waited += 200) {
    // The members are the workers and the coordinator.
    if ((await redis.client.scard('drydock:members')) > workers) return sleep(6000);
    await sleep(200);
  }
  throw benchFailed('the workers did not come');
}
