import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Dockerode from 'dockerode';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { check, defineGrader } from '../../authoring/index.ts';
import { GraderError, SandboxError, UsageError } from '../../errors.ts';
import { type Assignment, defaultLimits, validateResult } from '../../manifest/index.ts';
import { folderCaps } from '../../runner/index.ts';
import type { GradingJob } from '../job.ts';
import { type GradingGrounds, gradeJob } from './grade-job.ts';

const title = { ko: '연기', en: 'Smoke' };
const assignment: Assignment = {
  ...{ id: 'smoke', order: 1, title, points: 100, images: [], script: 'solution.sh', files: [] },
  ...{ packages: false, limits: defaultLimits, folder: '/' },
  expect: { starter: { score: 0 }, empty: { outcome: 'missing' } },
};
const grader = defineGrader({
  assignment: 'smoke',
  checks: [check({ id: 'any', points: 100, title, run: () => true })],
});
const trouble = {
  code: 'SOME_TROUBLE',
  message: { ko: '고장입니다.', en: 'It is broken.' },
  hint: { ko: '고치세요.', en: 'Mend it.' },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Grades what lies in the folder; no submission here comes so far that an engine is asked. */
function graded(
  golden: () => Promise<never>,
  { slug = 'smoke', signal = new AbortController().signal } = {},
) {
  const grounds: GradingGrounds = {
    docker: new Dockerode({ socketPath: join(folder, 'none.sock') }),
    golden,
    assignments: new Map([['smoke', { assignment, grader, graderVersion: 'test' }]]),
  };
  const job: GradingJob = { id: '1', student: 'kim', assignment: slug, folder, priority: 'bulk' };
  return gradeJob(job, grounds, { signal });
}
const throws = (thrown: unknown) => () => Promise.reject(thrown);
const unasked = throws(new RangeError('the store was asked for'));

test('a folder that is too large is the student’s own result, with the reason', async () => {
  await writeFile(join(folder, 'huge.bin'), Buffer.alloc(folderCaps.bytes + 1));
  const result = validateResult(await graded(unasked));
  expect(result).toMatchObject({ student: 'kim', outcome: 'invalid', score: 0, max: 100 });
  expect(result.reason?.code).toBe('SUBMISSION_TOO_LARGE');
  expect(result.reason?.message.en).toMatch(/64 MiB.*`huge\.bin`.*`du -ah`/s);
});

test('a folder that may not be read has no score, and is not the student’s fault', async () => {
  const unreadable = new UsageError({ ...trouble, code: 'SUBMISSION_UNREADABLE' });
  await writeFile(join(folder, 'solution.sh'), 'docker ps\n');
  // Root may read everything, so it is thrown where the store is asked for.
  const result = validateResult(await graded(throws(unreadable)));
  expect(result).toMatchObject({ outcome: 'error', score: null, reason: { code: 'SUBMISSION_UNREADABLE' } });
});

test.each([
  [new GraderError(trouble), 'SOME_TROUBLE', 'It is broken. Mend it.'],
  [new SandboxError(trouble), 'SOME_TROUBLE', 'It is broken. Mend it.'],
  [new TypeError('x is undefined'), 'UNEXPECTED', 'x is undefined'],
])('%s becomes a result without a score', async (thrown, code, words) => {
  await writeFile(join(folder, 'solution.sh'), 'docker ps\n');
  const result = validateResult(await graded(throws(thrown)));
  expect(result).toMatchObject({ outcome: 'error', score: null, reason: { code } });
  expect(result.reason?.message.en).toContain(words);
});

test('what the operator has to mend is thrown, and so is an abort', async () => {
  await writeFile(join(folder, 'solution.sh'), 'docker ps\n');
  await expect(graded(throws(new UsageError(trouble)))).rejects.toThrow('It is broken');
  await expect(graded(unasked, { slug: 'smoky' })).rejects.toThrow(/`smoky`.*`smoke`/);
  const stop = new AbortController();
  stop.abort(new DOMException('interrupted', 'AbortError'));
  const aborted = graded(async () => ({}) as never, { signal: stop.signal });
  await expect(aborted).rejects.toThrow('interrupted');
});
