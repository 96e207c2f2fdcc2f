import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UsageError } from '../errors.ts';
import type { GradingJob } from '../queue/index.ts';
import type { Outcome, Result } from '../result.ts';
import { folderCaps, readSubmission } from '../runner/index.ts';
import { type PlanOptions, planOf } from './plan.ts';

let folder: string;
let hash: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-plan-'));
  await writeFile(join(folder, 'solution.sh'), 'docker images\n');
  hash = (await readSubmission(folder))?.hash ?? '';
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const keyOf = (assignment: string, submissionHash: string | null) => `${assignment} ${submissionHash}`;

/** What is planned for one student of whom this was graded before. */
async function planned(
  before: { outcome: Outcome; key: string; reason?: Result['reason'] } | undefined,
  part: Partial<PlanOptions> = {},
) {
  const job: GradingJob = { id: 'kim/a', student: 'kim', assignment: 'a', folder, priority: 'bulk' };
  const { jobs, unchanged } = await planOf({
    ...{ jobs: [job], keyOf, force: false, onlyErrors: false, signal: AbortSignal.timeout(5000) },
    kept: { current: async () => before as Result | undefined, put: async () => undefined },
    ...part,
  });
  return { grade: jobs.length, unchanged: unchanged.length };
}

test('what was never graded is', async () => {
  expect(await planned(undefined)).toEqual({ grade: 1, unchanged: 0 });
});

test('what stands on the same submission, grader, images and engine is left as it is', async () => {
  const before = { outcome: 'graded' as const, key: keyOf('a', hash) };
  expect(await planned(before)).toEqual({ grade: 0, unchanged: 1 });
  expect(await planned({ ...before, outcome: 'invalid' })).toEqual({ grade: 0, unchanged: 1 });
  expect(await planned(before, { force: true })).toEqual({ grade: 1, unchanged: 0 });
});

test('what has changed is graded, and what has no score always', async () => {
  expect(await planned({ outcome: 'graded', key: 'a other' })).toEqual({ grade: 1, unchanged: 0 });
  expect(await planned({ outcome: 'error', key: keyOf('a', hash) })).toEqual({ grade: 1, unchanged: 0 });
});

test('nothing handed in, and nothing before, is unchanged', async () => {
  const gone: GradingJob = {
    ...{ id: 'kim/a', student: 'kim', assignment: 'a', priority: 'bulk' },
    folder: join(folder, 'gone'),
  };
  const before = { outcome: 'missing' as const, key: keyOf('a', null) };
  expect(await planned(before, { jobs: [gone] })).toEqual({ grade: 0, unchanged: 1 });
  expect(await planned(before)).toEqual({ grade: 1, unchanged: 0 });
});

test('what is too large is said once, as long as it is', async () => {
  const large: GradingJob = {
    ...{ id: 'kim/a', student: 'kim', assignment: 'a', priority: 'bulk' },
    folder: `${folder}-large`,
  };
  await mkdir(large.folder);
  await writeFile(join(large.folder, 'huge.bin'), Buffer.alloc(folderCaps.bytes + 1));
  const reason = { code: 'SUBMISSION_TOO_LARGE', message: { ko: '', en: '' } };
  const before = { outcome: 'invalid' as const, key: keyOf('a', null), reason };
  expect(await planned(before, { jobs: [large] })).toEqual({ grade: 0, unchanged: 1 });
  expect(await planned({ ...before, key: 'older grader' }, { jobs: [large] })).toMatchObject({ grade: 1 });
  const missing = { outcome: 'missing' as const, key: keyOf('a', null) };
  expect(await planned(missing, { jobs: [large] })).toMatchObject({ grade: 1 });
  expect(await planned(before)).toMatchObject({ grade: 1 });
  await rm(large.folder, { recursive: true });
});

test('what is kept and cannot be read is graded, but is no error of the machine', async () => {
  const trouble = { code: 'RESULT_INVALID', message: { ko: '', en: '' }, hint: { ko: '', en: '' } };
  const kept = {
    current: () => Promise.reject(new UsageError(trouble)),
    put: async () => undefined,
  };
  for (const force of [false, true])
    expect(await planned(undefined, { kept, force })).toEqual({ grade: 1, unchanged: 0 });
  expect(await planned(undefined, { kept, onlyErrors: true })).toEqual({ grade: 0, unchanged: 0 });
  const broken = { ...kept, current: () => Promise.reject(new RangeError('EIO')) };
  await expect(planned(undefined, { kept: broken })).rejects.toThrow('EIO');
});

test('only errors: neither what has changed nor what is new', async () => {
  const onlyErrors = true;
  expect(await planned({ outcome: 'error', key: '' }, { onlyErrors })).toEqual({ grade: 1, unchanged: 0 });
  expect(await planned({ outcome: 'graded', key: '' }, { onlyErrors })).toEqual({ grade: 0, unchanged: 0 });
  expect(await planned(undefined, { onlyErrors })).toEqual({ grade: 0, unchanged: 0 });
});
