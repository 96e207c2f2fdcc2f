import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadAssignment } from '../manifest/index.ts';
import { Sentinels } from './sentinel.ts';

const root = join(import.meta.dirname, '../..');

/** The cases of the pair where the grader's folder has these mutants, each with the score that its author expects. */
async function pairOf(mutants: Record<string, number>): Promise<string[] | undefined> {
  const dir = await mkdtemp(join(tmpdir(), 'drydock-sentinel-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  const assignment = await loadAssignment(join(root, 'assignments/build-noderun'));
  const graderFolder = join(dir, 'grader');
  await cp(join(root, 'graders/build-noderun/solution'), join(graderFolder, 'solution'), { recursive: true });
  for (const [name, score] of Object.entries(mutants)) {
    await mkdir(join(graderFolder, 'mutants', name), { recursive: true });
    const expectation = { why: 'Some mistake.', checks: { 'image-built': 'notBuilt' }, score };
    await writeFile(join(graderFolder, 'mutants', name, 'expect.json'), JSON.stringify(expectation));
  }
  const sentinels = await Sentinels.layOut([{ assignment, graderFolder }], join(dir, 'cases'));
  return sentinels?.next().jobs.map(({ id }) => id.split('/').slice(4).join('/'));
}

test('a solution goes with the mutant that loses the fewest points, the first of several', async () => {
  expect(await pairOf({ broken: 20, late: 95, early: 95, nothing: 0, advised: 100 })).toEqual([
    'solution',
    'mutants/early',
  ]);
  expect(await pairOf({ nothing: 0 })).toEqual(['solution', 'mutants/nothing']);
});

test('where no mutant loses a point nothing can be proven', async () => {
  expect(await pairOf({ advised: 100 })).toBeUndefined();
});
