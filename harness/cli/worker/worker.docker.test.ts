import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dockerode from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findGolden } from '../../images/index.ts';
import { discoverAssignments } from '../../manifest/index.ts';
import { type GradedJob, type GradingJob, gradeJob, openRedisQueue } from '../../queue/index.ts';
import { RedisServer } from '../../testing/redis-server.ts';
import { findCourse } from '../course.ts';
import { loadGrader } from '../load-grader.ts';
import { runCli, startCli } from '../testing/run-cli.ts';
import { solution, writeFiles, writeSmokeCourse } from '../testing/smoke-course.ts';
import { courseVersions } from './course-versions.ts';

const docker = new Dockerode();
const { signal } = new AbortController();
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'worker-'));
  await writeSmokeCourse(dir);
  await writeFiles(dir, {
    'class/kim/solution.sh': solution,
    'class/lee/solution.sh': 'docker images\n',
  });
  expect(await runCli(['prepare', '--course', dir], { cwd: dir })).toMatchObject({ code: 0 });
}, 300_000);
afterAll(() => rm(dir, { recursive: true, force: true }));

/** What this machine's coordinator knows of the smoke course. */
async function smokeGrounds() {
  const course = await findCourse(dir, dir);
  const [assignment] = await discoverAssignments(course.assignments);
  if (assignment === undefined) throw new RangeError('the course is empty');
  const { grader, version } = await loadGrader(course, assignment.id, assignment.points);
  const golden = await findGolden(docker, assignment.images);
  if (golden === undefined) throw new RangeError('the images are not prepared');
  const assignments = new Map([['smoke', { assignment, grader, graderVersion: version }]]);
  return { docker, golden, assignments };
}

test('a worker grades for a coordinator as this machine would, and drains when it is asked to end', async () => {
  await using redis = await RedisServer.start({ password: 's3cret' });
  const worker = startCli(['worker', '--course', dir, '--name', 'vm-1', '--queue', redis.url], {
    cwd: dir,
    env: { DRYDOCK_QUEUE: 'redis://nobody.invalid' },
  });
  await worker.shown('waits for jobs');
  expect(await readFile(`/proc/${worker.pid}/cmdline`, 'utf8')).not.toContain('s3cret');

  const grounds = await smokeGrounds();
  const versions = courseVersions(grounds.golden, grounds.assignments.values());
  const jobs = ['kim', 'lee', 'absent'].map(
    (student): GradingJob => ({
      ...{ id: student, student, assignment: 'smoke', priority: 'bulk' },
      folder: join(dir, 'class', student),
    }),
  );
  const graded: GradedJob[] = [];
  {
    const gradeHere = (job: GradingJob) => gradeJob(job, grounds, { signal });
    await using queue = await openRedisQueue({ url: redis.url, run: 'smoke', versions, gradeHere });
    const finished = async (one: GradedJob) => void graded.push(one);
    const source = async function* () {
      yield* jobs;
    };
    await queue.grade(source(), { started: () => undefined, finished }, signal);
  }
  const told = graded.map(({ job, result, worker }) => [job.student, worker, result.outcome, result.score]);
  expect(told.sort()).toEqual([
    ['absent', 'coordinator', 'missing', 0],
    ['kim', 'vm-1', 'graded', 100],
    ['lee', 'vm-1', 'graded', 0],
  ]);
  const images = graded.find(({ job }) => job.student === 'kim')?.result.images;
  expect(images).toEqual(versions.images);

  worker.kill('SIGTERM');
  const ended = await worker.ended;
  expect(ended.code).toBe(143);
  expect(ended.stderr).toContain('kim smoke: 100/100');
  expect(ended.stdout + ended.stderr).not.toContain('s3cret');
});

test.each([
  [[], 'There is no address of a Redis'],
  [['--queue', 'redis://:s3cret@queue:x'], '`redis://:***@queue:x` is not the address of a Redis'],
  [['--queue', 'redis://:s3cret@127.0.0.1:1'], 'The Redis at `redis://127.0.0.1:1` cannot be reached'],
  [['--qeue=redis://:s3cret@queue'], 'redis://:***@queue'],
])('%j: says what is wrong before anything is prepared', async (args, complaint) => {
  const { code, stderr } = await runCli(['worker', '--course', dir, ...args], { cwd: dir });
  expect(stderr).toContain(complaint);
  expect(stderr).not.toContain('s3cret');
  expect(code).toBe(2);
});
