import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Dockerode from 'dockerode';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check, defineGrader, messages, reject } from '../../authoring/index.ts';
import { prepareImages } from '../../images/index.ts';
import { type Assignment, defaultLimits, validateResult } from '../../manifest/index.ts';
import type { Result } from '../../result.ts';
import { folderCaps, startSandbox } from '../../runner/index.ts';
import { chooseReaper } from '../../sandbox/index.ts';
import type { GradingJob, QueueLoad } from '../job.ts';
import { type GradingGrounds, gradeJob, LocalQueue } from './index.ts';

const docker = new Dockerode();
/** The machine may be busy with other things. */
const patience = 5;
const image = 'node:20-alpine3.17';
const title = { ko: '이름을 붙였다', en: 'The image is tagged' };
const say = messages({
  noImage: { ko: '`mine:1.0` 이미지가 없습니다.', en: 'There is no image `mine:1.0`.' },
});
const tagged = check({
  ...{ id: 'tagged', points: 100, title },
  run: async ({ docker: daemon }) => (await daemon.image('mine:1.0')) ?? reject(say.noImage(), 1),
});
const grader = defineGrader({ assignment: 'smoke', checks: [tagged] });
const solution = `docker tag ${image} mine:1.0\n`;

let root: string;
let grounds: GradingGrounds;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'drydock-queue-'));
  const files = {
    'kim/solution.sh': solution,
    'lee/solution.sh': 'docker images\n',
    'park/solution.sh': `sleep 1\n${solution}`,
    'cho/huge.bin': Buffer.alloc(folderCaps.bytes + 1),
    'yun/README.md': 'no script',
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  await chooseReaper(docker);
  const assignment: Assignment = {
    ...{ id: 'smoke', order: 1, title, points: 100, images: [image], script: 'solution.sh', files: [] },
    ...{ packages: false, limits: defaultLimits, folder: root },
    expect: { starter: { score: 0 }, empty: { outcome: 'missing' } },
  };
  const golden = await prepareImages({ docker, images: [image], progress: () => undefined });
  const assignments = new Map([['smoke', { assignment, grader, graderVersion: 'test' }]]);
  grounds = { docker, golden, patience, assignments };
}, 300_000);

/** What this process has on the daemon. */
async function left(): Promise<number> {
  const filters = { label: ['drydock=sandbox'] };
  const [containers, { Volumes }] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listVolumes({ filters }),
  ]);
  const labels = [...containers, ...(Volumes ?? [])].map(({ Labels }) => Labels?.['drydock.owner'] ?? '');
  return labels.filter((owner) => owner.split('/')[1] === String(process.pid)).length;
}
afterAll(async () => {
  expect(await left()).toBe(0);
  await rm(root, { recursive: true, force: true });
});

const job = (student: string): GradingJob => ({
  ...{ id: student, student, assignment: 'smoke', folder: join(root, student), priority: 'bulk' },
});
async function* jobsOf(...students: string[]) {
  for (const student of students) yield job(student);
}
const { signal } = new AbortController();

test('grades a handful: each gets what it deserves, and nothing is left', { timeout: 300_000 }, async () => {
  const results = new Map<string, Result>();
  const loads: QueueLoad[] = [];
  await using queue = new LocalQueue(grounds, { max: 2, standby: 1 });
  const watch = {
    started: () => undefined,
    finished: async ({ result }: { result: Result }) => {
      results.set(result.student, validateResult(result));
    },
    load: (load: QueueLoad) => void loads.push(load),
  };
  await queue.grade(jobsOf('kim', 'cho', 'lee', 'absent', 'yun', 'park'), watch, signal);
  const found = [...results].map(([student, { outcome, score, reason }]) => [
    ...[student, outcome, score, reason?.code ?? '-'],
  ]);
  expect(found.sort()).toEqual([
    ['absent', 'missing', 0, 'SUBMISSION_MISSING'],
    ['cho', 'invalid', 0, 'SUBMISSION_TOO_LARGE'],
    ['kim', 'graded', 100, '-'],
    ['lee', 'graded', 0, '-'],
    ['park', 'graded', 100, '-'],
    ['yun', 'invalid', 0, 'SCRIPT_MISSING'],
  ]);
  expect(Math.max(...loads.map(({ running }) => running))).toBe(2);
  expect(await left()).toBe(0);
});

test('a sandbox that died while it stood by costs its job an attempt, and no grade', {
  timeout: 300_000,
}, async () => {
  const [smoke] = grounds.assignments.values();
  if (smoke === undefined) throw new RangeError('no assignment');
  const { assignments: _all, golden, ...shared } = grounds;
  if (typeof golden === 'function') throw new RangeError('it is prepared');
  const standby = await startSandbox({ ...shared, golden, signal, assignment: smoke.assignment });
  await standby.ready;
  await docker.getContainer(standby.benchId).remove({ force: true });
  const result = validateResult(await gradeJob(job('kim'), grounds, { signal, standby }));
  expect(result).toMatchObject({ outcome: 'graded', score: 100 });
  expect(result.machineErrors).toHaveLength(1);
  expect(await left()).toBe(0);
});

test('an abort in the middle removes all engines, those that stand by too', {
  timeout: 300_000,
}, async () => {
  const stop = new AbortController();
  await using queue = new LocalQueue(grounds, { max: 2 });
  const finished = Promise.withResolvers<void>();
  const over = queue.grade(
    jobsOf('kim', 'lee', 'park', 'kim', 'lee', 'park', 'kim'),
    { started: () => undefined, finished: async () => finished.resolve() },
    stop.signal,
  );
  await Promise.race([finished.promise, over]);
  expect(await left()).toBeGreaterThan(0);
  stop.abort(new DOMException('interrupted', 'AbortError'));
  await expect(over).rejects.toThrow('interrupted');
  expect(await left()).toBe(0);
});
