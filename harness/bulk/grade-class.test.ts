import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from '../result.ts';
import { suspectCode } from './suspect.ts';
import { FakeQueue, rightMachine, run, students } from './testing/class-run.ts';

let folder: string;
let right: Awaited<ReturnType<typeof rightMachine>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-bulk-'));
  right = await rightMachine(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('each result is kept with its key and its time, and sentinels are not', async () => {
  const queue = new FakeQueue(right);
  const { kept, verdicts, stop } = await run(folder, 'right', queue);
  expect(stop).toBeUndefined();
  expect([...kept.keys()].sort()).toEqual(students.map(({ student }) => student));
  expect(kept.get('s0')).toMatchObject([
    { key: 'build-noderun hash-s0', submittedAt: '2026-01-01T00:00:00Z', score: 100 },
  ]);
  expect(new Set(verdicts)).toEqual(new Set(['right']));
  expect(queue.graded.filter((id) => id.startsWith('sentinel/')).length).toBeGreaterThanOrEqual(6);
  await expect(readFile(join(folder, 'right.jsonl'), 'utf8')).resolves.toBe('');
});

test('results around a wrong verdict are taken back, and graded again once the machine is right', async () => {
  let wrong = 1;
  const queue = new FakeQueue((one, before) =>
    one.id.includes('mutants/') && before > 2 && wrong-- > 0 ? { score: 100 } : right(one),
  );
  const { kept, suspects, stop } = await run(folder, 'wrong', queue);
  expect(stop).toBeUndefined();
  expect(suspects).toEqual([3]);
  const outcomes = (student: string) => kept.get(student)?.map(({ outcome, score }) => [outcome, score]);
  expect(outcomes('s0')).toEqual([
    ['graded', 100],
    ['error', null],
    ['graded', 100],
  ]);
  expect(kept.get('s0')?.[1]?.reason?.code).toBe(suspectCode);
  expect(outcomes('s5')).toEqual([['graded', 100]]);
});

test('a machine that stays wrong stops, and what it graded has no score', async () => {
  const queue = new FakeQueue((one, before) => (one.id.includes('mutants/') && before > 2 ? {} : right(one)));
  const { kept, stop } = await run(folder, 'broken', queue);
  expect(stop).toBe('wrong-sentinel');
  for (const results of kept.values())
    expect(results.at(-1)).toMatchObject({ outcome: 'error', score: null });
  expect(kept.size).toBe(3);
});

test('what the machine failed is graded once more, and stays without a score when that fails, too', async () => {
  const error = {
    outcome: 'error' as Outcome,
    score: null,
    reason: { code: 'X', message: { ko: '', en: '' } },
  };
  const queue = new FakeQueue((one) => (one.student === 's1' ? error : right(one)));
  const { kept, stop } = await run(folder, 'failing', queue);
  expect(stop).toBeUndefined();
  expect(kept.get('s1')).toHaveLength(2);
  expect(kept.get('s1')?.at(-1)).toMatchObject({ outcome: 'error', score: null });
});
