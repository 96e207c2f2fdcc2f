import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '../../result.ts';
import { RedisServer } from '../../testing/redis-server.ts';
import { runCli, startCli } from '../testing/run-cli.ts';
import { solution, writeFiles, writeSmokeCourse } from '../testing/smoke-course.ts';

const students = Array.from({ length: 8 }, (_one, index) => `s${index}`);
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-spread-'));
  await writeSmokeCourse(dir);
  await writeFiles(dir, {
    'graders/smoke/solution/solution.sh': solution,
    'graders/smoke/mutants/no-tag/solution.sh': 'docker images\n',
    'graders/smoke/mutants/no-tag/expect.json': JSON.stringify({
      ...{ why: 'Nothing is tagged.', checks: { 'image-tagged': 'noImage' }, score: 0 },
    }),
    ...Object.fromEntries(students.map((name) => [`class/${name}/smoke/solution.sh`, solution])),
  });
}, 60_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

test('drydock grade --queue is killed and resumed: the worker grades every submission once', {
  timeout: 300_000,
}, async () => {
  await using redis = await RedisServer.start({ password: 's3cret' });
  const env = { DRYDOCK_QUEUE: redis.url };
  const worker = startCli(['worker', '--course', '.', '--name', 'vm-1', '--concurrency', '1'], {
    cwd: dir,
    env,
  });
  await worker.shown('waits for jobs');
  const grading = ['grade', 'class', '--course', '.'];
  const first = startCli(grading, { cwd: dir, env });
  await first.shown('[2/8]');
  first.kill('SIGKILL');
  await first.ended;

  const second = await runCli(grading, { cwd: dir, env });
  expect(second).toMatchObject({ code: 0 });
  for (const name of students) {
    const text = await readFile(join(dir, `class-results/results/${name}/smoke.json`), 'utf8');
    expect((JSON.parse(text) as Result).score).toBe(100);
  }
  worker.kill('SIGTERM');
  const { stderr } = await worker.ended;
  const graded = students.map((name) => stderr.split(`${name} smoke: 100/100`).length - 1);
  expect(graded).toEqual(students.map(() => 1));
  expect(stderr + second.stderr + second.stdout).not.toContain('s3cret');
});

test('a queue that cannot be reached is told before anything begins, without its password', async () => {
  const args = ['grade', 'class', '--course', '.', '--queue', 'redis://:s3cret@127.0.0.1:1'];
  const { code, stderr } = await runCli(args, { cwd: dir });
  expect(stderr).toContain('The Redis at `redis://127.0.0.1:1` cannot be reached');
  expect(stderr).not.toContain('s3cret');
  expect(code).toBe(2);
});
