import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RedisServer } from '../../testing/redis-server.ts';
import { keys } from './keys.ts';
import { openRedisQueue } from './open-redis-queue.ts';
import { quick, resultOf, versions } from './testing/simple-job.ts';
import { Kept, SomeJobs } from './testing/some-jobs.ts';
import { StartedWorker } from './testing/started-worker.ts';

const never = new AbortController().signal;
let server: RedisServer;
beforeAll(async () => {
  server = await RedisServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

const gradeHere = async (job: Parameters<typeof resultOf>[0]) =>
  resultOf(job, { outcome: 'missing', score: 0, reason: null });

test('workers elsewhere grade what a coordinator sends, and nothing stays behind', async () => {
  const { url } = server;
  await using work = await SomeJobs.write(['score 10', 'score 20', 'score 20', 'sleep 50', 'score 50']);
  const absent = { ...work.jobs[0], id: 'absent', student: 'absent', folder: `${work.dir}/nothing` };
  await using _one = new StartedWorker({ url, name: 'one' });
  await using _two = new StartedWorker({ url, name: 'two' });
  await using queue = await openRedisQueue({ url, run: 'all', versions, gradeHere, timing: quick });
  const kept = new Kept();
  const jobs = async function* () {
    yield* work.jobs;
    yield absent as (typeof work.jobs)[number];
  };
  await queue.grade(jobs(), kept, never);

  expect(kept.scores).toEqual({
    ...{ 'student-000/smoke': 10, 'student-001/smoke': 20, 'student-002/smoke': 20 },
    ...{ 'student-003/smoke': 100, 'student-004/smoke': 50, absent: 0 },
  });
  expect(kept.graded).toHaveLength(6);
  expect([...kept.begun].sort()).toEqual(Object.keys(kept.scores).sort());
  expect(kept.graded.filter(({ worker }) => worker === 'coordinator')).toHaveLength(1);

  const client = server.client();
  const left = (await client.keys('*')).filter((key) => /:(archive|result|run):/.test(key));
  expect(left).toEqual([]);
  expect(await client.exists(keys.deadLetters)).toBe(0);
  client.disconnect();
});

test('a submission above the limits never travels: it is settled where it lies', async () => {
  await using work = await SomeJobs.write(['score 1']);
  const many = join(work.dir, 'student-000/many');
  await mkdir(many);
  for (let index = 0; index < 2001; index += 1) await writeFile(join(many, `${index}`), '');
  const said = { ko: '너무 큽니다.', en: 'It is too large.' };
  const invalid = {
    outcome: 'invalid',
    score: 0,
    reason: { code: 'SUBMISSION_TOO_LARGE', message: said },
  } as const;
  const settled: string[] = [];
  await using queue = await openRedisQueue({
    ...{ url: server.url, run: 'large', versions, timing: quick },
    async gradeHere(job) {
      settled.push(job.id);
      return resultOf(job, invalid);
    },
  });
  const kept = new Kept();
  await queue.grade(work, kept, never);
  expect(settled).toEqual(['student-000/smoke']);
  expect(kept.graded.map(({ result }) => result.outcome)).toEqual(['invalid']);
});
