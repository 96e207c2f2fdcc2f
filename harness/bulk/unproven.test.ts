import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Result } from '../result.ts';
import { FakeQueue, resultOf, rightMachine, run, students } from './testing/class-run.ts';
import { Unproven } from './unproven.ts';

let folder: string;
let right: Awaited<ReturnType<typeof rightMachine>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-bulk-'));
  right = await rightMachine(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('what a killed run graded is judged by the first sentinels of the next', async () => {
  const path = join(folder, 'killed.jsonl');
  const before = await Unproven.open(path);
  for (const one of students.slice(0, 2)) await before.add(one);
  const queue = new FakeQueue(right);
  const unproven = await Unproven.open(path);
  expect(unproven.left.map(({ student }) => student)).toEqual(['s0', 's1']);
  const { suspects, stop } = await run(folder, 'killed', queue, { jobs: [], unproven });
  expect(stop).toBeUndefined();
  expect(suspects).toEqual([]);
  expect(queue.graded).toHaveLength(2);
  await expect(readFile(path, 'utf8')).resolves.toBe('');
});

test('no pair of sentinels has the ids of another run’s: what a queue holds of that one proves nothing', async () => {
  const ids = async (name: string) => {
    const graded: string[] = [];
    const queue = new FakeQueue((one) => {
      if (one.student === 'sentinel') graded.push(one.id);
      return right(one);
    });
    await run(folder, name, queue);
    return graded;
  };
  const [first, second] = [await ids('first'), await ids('second')];
  expect(first.length).toBeGreaterThan(1);
  expect(first.filter((id) => second.includes(id))).toEqual([]);
});

test('is graded again where it lies now, and only taken back where it is gone', async () => {
  const path = join(folder, 'moved.jsonl');
  const before = await Unproven.open(path);
  for (const one of students.slice(0, 3)) await before.add({ ...one, folder: '/tmp/gone' });
  const folders: string[] = [];
  let wrong = 1;
  const queue = new FakeQueue((one) => {
    folders.push(one.folder);
    return one.id.includes('mutants/') && wrong-- > 0 ? { score: 100 } : right(one);
  });
  const [moved, gone, never] = students.map((one) => resultOf(one));
  const unrun = { outcome: 'missing' as const, score: 0, engineVersion: null };
  const kept = new Map([
    ['s0', [moved]],
    ['s1', [gone]],
    ['s2', [{ ...never, ...unrun } as Result]],
  ]);
  await run(folder, 'moved', queue, {
    ...{ jobs: [], unproven: await Unproven.open(path) },
    locate: (one) => (one.student === 's0' ? { ...one, folder: '/now' } : undefined),
    kept: {
      current: async (student) => kept.get(student)?.at(-1),
      put: async (result) => {
        kept.get(result.student)?.push(result);
      },
    },
  });
  expect(folders.filter((each) => ['/now', '/tmp/gone'].includes(each))).toEqual(['/now']);
  const scores = (student: string) => kept.get(student)?.map((result) => result?.score);
  expect(scores('s0')).toEqual([100, null, 100]);
  expect(scores('s1')).toEqual([100, null]);
  expect(scores('s2')).toEqual([0]);
});
