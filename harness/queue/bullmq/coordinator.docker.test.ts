import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { RedisServer } from '../../testing/redis-server.ts';
import type { GradingJob } from '../job.ts';
import { FarAway } from './testing/far-away.ts';
import { gradeThrough, gradings, openQueue } from './testing/grade-through.ts';
import { Kept, SomeJobs } from './testing/some-jobs.ts';
import { StartedWorker } from './testing/started-worker.ts';

function scripts(count: number, script: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => script(index));
}

/** Of each hash of content there is one archive, however many jobs need it. */
async function archives(server: RedisServer): Promise<number> {
  const client = server.client();
  const found = (await client.keys('drydock:archive:*')).filter((key) => !key.endsWith(':jobs'));
  client.disconnect();
  return found.length;
}

test('a coordinator that was stopped resumes: what was graded meanwhile is there, and graded once', async () => {
  await using server = await RedisServer.start();
  const { url } = server;
  await using work = await SomeJobs.write(scripts(8, (index) => `sleep 200\nscore ${index}`));
  const log = join(work.dir, 'log');
  const stop = new AbortController();
  const first = new Kept();
  const stopped = gradeThrough({ url, run: 'resumed' }, work, first, stop.signal);
  await using _worker = new StartedWorker({ url, name: 'only', slots: 2, log });
  while (first.graded.length < 2) await sleep(10);
  stop.abort(new RangeError('stopped'));
  await expect(stopped).rejects.toThrow('stopped');

  while (Object.keys(await gradings(log)).length < 8) await sleep(50);
  const stored = new Set(Object.keys(first.scores));
  const second = new Kept();
  const rest = async function* () {
    yield* work.jobs.filter(({ id }) => !stored.has(id));
  };
  await gradeThrough({ url, run: 'resumed' }, rest(), second);
  expect({ ...first.scores, ...second.scores }).toEqual(
    Object.fromEntries(work.jobs.map(({ id }, index) => [id, index])),
  );
  expect(Object.values(await gradings(log))).toEqual(Array(8).fill(1));
});

test('a submission that was changed since is graded anew, and what was sent before is taken away', async () => {
  await using server = await RedisServer.start();
  const { url } = server;
  await using work = await SomeJobs.write(['score 1']);
  const stop = new AbortController();
  const early = gradeThrough({ url, run: 'changed' }, work, new Kept(), stop.signal);
  while ((await archives(server)) < 1) await sleep(10);
  stop.abort(new RangeError('stopped'));
  await expect(early).rejects.toThrow('stopped');

  await writeFile(join(work.dir, 'student-000/solution.sh'), 'score 2\n');
  await using _worker = new StartedWorker({ url, name: 'only' });
  const kept = new Kept();
  await gradeThrough({ url, run: 'changed' }, work, kept);
  expect(kept.scores).toEqual({ 'student-000/smoke': 2 });
  expect(await archives(server)).toBe(0);
});

test('a result is taken from Redis only after it was stored, and a failure to store ends the run', async () => {
  await using server = await RedisServer.start();
  const { url } = server;
  await using work = await SomeJobs.write(['score 5']);
  await using _worker = new StartedWorker({ url, name: 'only' });
  const full = { started: () => undefined, finished: () => Promise.reject(new RangeError('disk full')) };
  await expect(gradeThrough({ url, run: 'full' }, work, full)).rejects.toThrow('disk full');
  const kept = new Kept();
  await gradeThrough({ url, run: 'full' }, work, kept);
  expect(kept.scores).toEqual({ 'student-000/smoke': 5 });
});

test('what somebody waits for goes before what a class can wait for', async () => {
  await using server = await RedisServer.start();
  const { url } = server;
  await using work = await SomeJobs.write(scripts(6, (index) => `score ${index}`));
  const jobs = work.jobs.map((job, index) =>
    index === 5 ? { ...job, priority: 'interactive' as const } : job,
  );
  const kept = new Kept();
  const source = async function* () {
    yield* jobs;
  };
  const grading = gradeThrough({ url, run: 'order' }, source(), kept);
  while ((await archives(server)) < 6) await sleep(10);
  await sleep(200);
  await using _worker = new StartedWorker({ url, name: 'only', slots: 1 });
  await grading;
  expect(kept.begun).toEqual([5, 0, 1, 2, 3, 4].map((index) => jobs[index]?.id));
});

test('jobs wait outside Redis until there is room, and like content is there once', async () => {
  await using server = await RedisServer.start();
  await using work = await SomeJobs.write(scripts(30, () => 'score 3'));
  await using queue = await openQueue(server.url, 'window');
  let pulled = 0;
  const counted = async function* () {
    for (const job of work.jobs) {
      pulled += 1;
      yield job;
    }
  };
  const stop = new AbortController();
  const grading = queue.grade(counted(), new Kept(), stop.signal);
  grading.catch(() => undefined);
  await sleep(1500);
  expect(pulled).toBe(8);
  expect(await archives(server)).toBe(1);
  stop.abort(new RangeError('enough'));
  await expect(grading).rejects.toThrow('enough');
});

test('Redis is killed in mid-run and comes back: all goes on, and everybody was told', async () => {
  await using server = await RedisServer.start();
  const { url } = server;
  await using work = await SomeJobs.write(scripts(20, (index) => `sleep 100\nscore ${index}`));
  await using worker = new StartedWorker({ url, name: 'steady' });
  const [kept, said]: [Kept, string[]] = [new Kept(), []];
  const grading = gradeThrough({ url, run: 'away', said }, work, kept);
  while (kept.graded.length < 4) await sleep(10);
  await server.kill();
  await sleep(1500);
  await server.restart();
  await grading;
  expect(kept.scores).toEqual(Object.fromEntries(work.jobs.map(({ id }, index) => [id, index])));
  expect(kept.graded).toHaveLength(20);
  for (const told of [said.join('\n'), worker.said]) {
    expect(told).toContain('is away; waiting until it is back');
    expect(told).toContain('is back; going on');
  }
});

test('jobs that Redis lost are sent again', async () => {
  await using server = await RedisServer.start();
  const { url } = server;
  await using work = await SomeJobs.write(scripts(3, (index) => `score ${index}`));
  const [kept, said]: [Kept, string[]] = [new Kept(), []];
  const grading = gradeThrough({ url, run: 'flushed', said }, work, kept);
  while ((await archives(server)) < 3) await sleep(10);
  const client = server.client();
  await client.flushall();
  client.disconnect();
  await using _worker = new StartedWorker({ url, name: 'late' });
  await grading;
  expect(kept.scores).toEqual({ 'student-000/smoke': 0, 'student-001/smoke': 1, 'student-002/smoke': 2 });
  expect(said.join('\n')).toContain('jobs again that had vanished');
});

test('a job that is given again the moment it ended is graded again, however far away Redis is', async () => {
  await using server = await RedisServer.start();
  await using way = await FarAway.to(server.port, 40);
  await using work = await SomeJobs.write(['score 7']);
  await using _worker = new StartedWorker({ url: server.url, name: 'near' });
  const ended = Promise.withResolvers<void>();
  const kept = new Kept();
  const watch = {
    started: kept.started.bind(kept),
    async finished(graded: Parameters<Kept['finished']>[0]) {
      await kept.finished(graded);
      ended.resolve();
    },
  };
  async function* twice(): AsyncGenerator<GradingJob> {
    yield* work.jobs;
    await ended.promise;
    yield* work.jobs;
  }
  await gradeThrough({ url: way.url, run: 'again' }, twice(), watch);
  expect(kept.graded.map(({ result }) => result.score)).toEqual([7, 7]);
}, 30_000);
