import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { discoverAssignments } from '../../manifest/index.ts';
import { runWorker, type Versions } from '../../queue/index.ts';
import type { Result } from '../../result.ts';
import { RedisServer } from '../../testing/redis-server.ts';
import { findCourse } from '../course.ts';
import { loadGrader } from '../load-grader.ts';
import { type Running, runCli, startCli } from '../testing/run-cli.ts';
import { solution, writeFiles, writeSmokeCourse } from '../testing/smoke-course.ts';
import { fullResult } from '../testing/some-results.ts';

let dir: string;
let versions: Versions;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-no-engine-'));
  await writeSmokeCourse(dir);
  await writeFiles(dir, { 'class/kim/smoke/solution.sh': solution, 'class/lee/smoke.txt': 'nothing' });
  const course = await findCourse(dir, dir);
  const [assignment] = await discoverAssignments(course.assignments);
  const { version } = await loadGrader(course, 'smoke', assignment?.points ?? 0);
  versions = {
    ...{ drydock: packageJson.version, graders: { smoke: version }, engine: '26.1.5' },
    images: { 'node:20-alpine3.17': 'sha256:1111' },
  };
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** A worker that gives everybody all points, with these versions; ends with the signal. */
function worker(url: string, own: Versions, drain: AbortSignal) {
  return runWorker({
    ...{ url, name: 'vm-1', slots: 1, versions: own, drain, notice: () => undefined },
    grade: async ({ student }) => fullResult({ student, submissionHash: `sha256:${'1'.repeat(64)}` }),
    unable: async ({ student }, reason) => fullResult({ student, outcome: 'error', score: null, reason }),
  });
}

/** `drydock grade` on a machine without an engine. */
function grade(url: string, ...more: string[]): Running {
  const env = { DRYDOCK_QUEUE: url, DOCKER_HOST: `unix://${dir}/none.sock` };
  return startCli(['grade', 'class', '--course', '.', '--sentinel-every', '0', ...more], { cwd: dir, env });
}

test('a coordinator without an engine waits for the first worker, and stands on what that one has', async () => {
  await using redis = await RedisServer.start({ password: 's3cret' });
  const drain = new AbortController();
  const other = worker(redis.url, { ...versions, graders: { smoke: 'another' } }, drain.signal);
  const running = grade(redis.url);
  await running.shown('grader smoke');
  const fitting = worker(redis.url, versions, drain.signal);
  const { code, stderr, stdout } = await running.ended;
  drain.abort();
  await Promise.all([other, fitting]);
  expect(stderr).toMatch(/no Docker engine to use \(DOCKER_\w+\): the workers are asked/);
  expect(code, stderr).toBe(0);
  expect(stdout + stderr).not.toContain('s3cret');
  const read = async (path: string) => JSON.parse(await readFile(join(dir, 'class-results', path), 'utf8'));
  expect(await read('run.json')).toMatchObject({ images: versions.images, engineVersion: '26.1.5' });
  const kim = (await read('results/kim/smoke.json')) as Result;
  expect(kim).toMatchObject({ score: 100, key: expect.stringContaining('sha256:') });
}, 60_000);

test('without a queue an engine is asked for, as ever', async () => {
  const env = { DOCKER_HOST: `unix://${dir}/none.sock` };
  const { code, stderr } = await runCli(['grade', 'class', '--course', '.'], { cwd: dir, env });
  expect(code).toBe(3);
  expect(stderr).toContain('none.sock');
});
