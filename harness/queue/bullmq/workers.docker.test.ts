import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RedisServer } from '../../testing/redis-server.ts';
import { Members } from './members.ts';
import { gradeThrough, gradings } from './testing/grade-through.ts';
import { quick, versions } from './testing/simple-job.ts';
import { Kept, SomeJobs } from './testing/some-jobs.ts';
import { StartedWorker } from './testing/started-worker.ts';

let server: RedisServer;
let url: string;
beforeAll(async () => {
  server = await RedisServer.start();
  url = server.url;
});
afterAll(() => server[Symbol.asyncDispose]());

function scripts(count: number, script: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => script(index));
}

/** Waits until these workers are there and have had time to hear of each other: a busy machine starts them late. */
async function allKnow(names: readonly string[]): Promise<void> {
  const client = server.client();
  const members = new Members(client, quick.beatMs);
  for (let there: string[] = []; names.some((name) => !there.includes(name)); ) {
    there = (await members.list()).map(({ name }) => name);
    await sleep(5 * quick.beatMs);
  }
  client.disconnect();
}

test('jobs of a killed worker move on: none is lost, none counted twice', async () => {
  await using work = await SomeJobs.write(scripts(24, (index) => `sleep 150\nscore ${index}`));
  await using first = new StartedWorker({ url, name: 'first' });
  await using second = new StartedWorker({ url, name: 'second' });
  const kept = new Kept();
  const grading = gradeThrough({ url, run: 'killed' }, work, kept);
  while (kept.graded.length < 6) await sleep(20);
  first.kill('SIGKILL');
  await first.ended();
  await grading;
  const expected = Object.fromEntries(work.jobs.map(({ id }, index) => [id, index]));
  expect(kept.scores).toEqual(expected);
  expect(kept.graded).toHaveLength(24);
  expect(second.said).toBe('');
});

test('a worker that is asked to end finishes what runs and takes nothing new', async () => {
  await using work = await SomeJobs.write(scripts(8, () => 'sleep 1500'));
  const log = join(work.dir, 'log');
  await using leaver = new StartedWorker({ url, name: 'leaver', slots: 2, log });
  const kept = new Kept();
  const grading = gradeThrough({ url, run: 'drained' }, work, kept);
  while (kept.begun.length < 2) await sleep(20);
  leaver.kill('SIGTERM');
  expect(await leaver.ended()).toBe(0);
  expect(leaver.said).toContain('end {"kind":"drained"}');
  expect(Object.values(await gradings(log))).toEqual([1, 1]);
  await using _stayer = new StartedWorker({ url, name: 'stayer', slots: 8, log });
  await grading;
  expect(kept.graded).toHaveLength(8);
  expect(Object.values(await gradings(log))).toEqual(Array(8).fill(1));
});

test('a job that every machine fails ends as a dead letter with its reasons, and takes no worker out', async () => {
  await using work = await SomeJobs.write(['machine fails', ...scripts(6, () => 'sleep 20'), 'throws']);
  await using three = new AsyncDisposableStack();
  const workers = ['a', 'b', 'c'].map((name) =>
    three.use(new StartedWorker({ url, name, slots: 1, mostFailures: 2 })),
  );
  await allKnow(['a', 'b', 'c']);
  const kept = new Kept();
  const letters = await gradeThrough({ url, run: 'poisoned' }, work, kept);
  expect(kept.scores).toMatchObject({ 'student-000/smoke': null, 'student-007/smoke': null });
  expect(Object.values(kept.scores).filter((score) => score === 100)).toHaveLength(6);
  const reasons = letters.map(({ student, failures }) => [student, failures.map(({ code }) => code)]);
  expect(Object.fromEntries(reasons)).toEqual({
    'student-000': ['ENGINE_START', 'ENGINE_START', 'ENGINE_START'],
    'student-007': ['DISK_FULL', 'DISK_FULL', 'DISK_FULL'],
  });
  const first = kept.graded.find(({ job }) => job.student === 'student-000');
  expect(first?.result.machineErrors?.map(({ code }) => code)).toHaveLength(2);
  for (const { failures } of letters) expect(new Set(failures.map(({ worker }) => worker)).size).toBe(3);
  expect(workers.map(({ said }) => said)).toEqual(['', '', '']);
});

test('a job that kills its workers is buried, too', async () => {
  await using work = await SomeJobs.write(['ends the process', 'score 7']);
  const kept = new Kept();
  let over = false;
  const respawning = (async () => {
    for (let index = 0; !over && index < 20; index += 1) {
      await using worker = new StartedWorker({ url, name: `mayfly-${index}`, slots: 1 });
      while (!over && !(await Promise.race([worker.ended().then(() => true), sleep(100, false)])));
    }
  })();
  const letters = await gradeThrough({ url, run: 'deadly' }, work, kept);
  over = true;
  await respawning;
  expect(kept.scores).toEqual({ 'student-000/smoke': null, 'student-001/smoke': 7 });
  expect(letters.map(({ failures }) => failures.map(({ code }) => code))).toEqual([
    Array(3).fill('WORKER_LOST'),
  ]);
});

test('a worker whose machine keeps failing takes itself out, says so, and its jobs are graded elsewhere', async () => {
  await using work = await SomeJobs.write(scripts(12, () => 'sleep 30\nmachine fails broken'));
  await using broken = new StartedWorker({ url, name: 'broken', slots: 1 });
  const kept = new Kept();
  const said: string[] = [];
  const grading = gradeThrough({ url, run: 'broken', said }, work, kept);
  expect(await broken.ended()).toBe(0);
  expect(broken.said).toMatch(/end \{"kind":"out".*ENGINE_START: The engine did not start/);
  await using _sound = new StartedWorker({ url, name: 'sound', slots: 1 });
  const letters = await grading;
  expect(Object.values(kept.scores)).toEqual(Array(12).fill(100));
  expect(letters).toEqual([]);
  expect(said.join('\n')).toMatch(/`broken` took itself out/);
});

test('a worker with other versions takes no job, both sides say why, and a matching one takes it', async () => {
  await using work = await SomeJobs.write(scripts(2, () => 'sleep 10'));
  const other = { ...versions, graders: { smoke: 'bbbbbbbbbbbb' } };
  await using stranger = new StartedWorker({ url, name: 'stranger', versions: other });
  const [kept, said]: [Kept, string[]] = [new Kept(), []];
  const grading = gradeThrough({ url, run: 'versions', said }, work, kept);
  await stranger.saying('takes none of its jobs');
  expect(stranger.said).toContain('grader smoke: bbbbbbbbbbbb here, aaaaaaaaaaaa there');
  while (said.length < 2) await sleep(20);
  expect(said.join('\n')).toMatch(/1 workers \(stranger\) wait with other versions.*aaaaaaaaaaaa here/);
  expect(said.join('\n')).toContain('No worker is there.');
  expect(kept.begun).toEqual([]);
  await using _friend = new StartedWorker({ url, name: 'friend' });
  await grading;
  expect(kept.graded.map(({ worker }) => worker)).toEqual(['friend', 'friend']);
});
