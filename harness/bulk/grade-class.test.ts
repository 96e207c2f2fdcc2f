import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadAssignment, loadExpectation } from '../manifest/index.ts';
import type { GradedJob, GradingJob, GradingQueue, QueueWatch } from '../queue/index.ts';
import { emptyEvidence, type Outcome, type Result, resultSchemaId } from '../result.ts';
import { type ClassOptions, gradeClass } from './grade-class.ts';
import { Sentinels } from './sentinel.ts';
import { suspectCode } from './suspect.ts';
import { Unproven } from './unproven.ts';

const root = join(import.meta.dirname, '../..');
const slug = 'build-noderun';
const graderFolder = join(root, 'graders', slug);
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drydock-bulk-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const job = (student: string): GradingJob => ({
  ...{ id: `${student}/${slug}`, student, assignment: slug, folder: `/${student}` },
  priority: 'bulk',
});
const students = Array.from({ length: 6 }, (_one, index) => job(`s${index}`));

function resultOf({ student }: GradingJob, part: Partial<Result> = {}): Result {
  const text = { ko: '', en: '' };
  return {
    ...{ schema: resultSchemaId, student, assignment: slug, assignmentTitle: text, script: 'solution.sh' },
    ...{
      outcome: 'graded',
      reason: null,
      score: 100,
      max: 100,
      checks: [],
      submissionHash: `hash-${student}`,
    },
    ...{
      graderVersion: 'v',
      images: {},
      standIns: [],
      engineVersion: '26',
      startedAt: '2026-01-01T00:00:00Z',
    },
    ...{ phases: { prepare: 0, boot: 0, replay: 0, checks: 0 }, evidence: emptyEvidence() },
    ...part,
  };
}

/** A queue that grades one job after another: sentinels as they must come out, unless the machine is broken. */
class FakeQueue implements GradingQueue {
  readonly graded: string[] = [];
  readonly #outcomeOf: (job: GradingJob, before: number) => Partial<Result>;

  constructor(outcomeOf: (job: GradingJob, before: number) => Partial<Result>) {
    this.#outcomeOf = outcomeOf;
  }

  async grade(jobs: AsyncIterable<GradingJob>, watch: QueueWatch): Promise<void> {
    for await (const one of jobs) {
      watch.started(one, 'here');
      const before = this.graded.push(one.id) - 1;
      const graded: GradedJob = {
        job: one,
        result: resultOf(one, this.#outcomeOf(one, before)),
        worker: 'here',
      };
      await watch.finished(graded);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

interface Told {
  kept: Map<string, Result[]>;
  verdicts: string[];
  suspects: number[];
}

async function run(
  name: string,
  queue: GradingQueue,
  options: Partial<ClassOptions> = {},
): Promise<Told & { stop: string | undefined }> {
  const told: Told = { kept: new Map(), verdicts: [], suspects: [] };
  const assignment = await loadAssignment(join(root, 'assignments', slug));
  const stop = await gradeClass({
    ...{ jobs: students, queue, every: 3, signal: AbortSignal.timeout(10_000) },
    kept: {
      current: async (student) => told.kept.get(student)?.at(-1),
      put: async (result) => {
        told.kept.set(result.student, [...(told.kept.get(result.student) ?? []), result]);
      },
    },
    keyOf: (assignmentSlug, hash) => `${assignmentSlug} ${hash}`,
    submittedAt: () => '2026-01-01T00:00:00Z',
    sentinels: await Sentinels.layOut([{ assignment, graderFolder }], join(folder, name)),
    unproven: await Unproven.open(join(folder, `${name}.jsonl`)),
    watch: {
      started: () => undefined,
      graded: () => undefined,
      sentinel: (verdict) => told.verdicts.push(verdict),
      suspects: (count) => told.suspects.push(count),
      load: () => undefined,
    },
    ...options,
  });
  return { ...told, stop };
}

/** What the mutant among the sentinels must come out as. */
async function asPromised({ id }: GradingJob): Promise<Partial<Result>> {
  const mutant = /(mutants\/.+)$/.exec(id)?.[1];
  if (mutant === undefined) return {};
  const { checks, score } = await loadExpectation(join(graderFolder, mutant));
  const failed = Object.entries(checks).map(([check, messageId]) => ({
    ...{ id: check, messageId, status: 'failed' as const, title: { ko: '', en: '' }, points: 0, max: 5 },
    ...{ message: null, line: null, needs: [], durationMs: 0 },
  }));
  return { score, checks: failed };
}

let mutant: Partial<Result>;
beforeAll(async () => {
  const assignment = await loadAssignment(join(root, 'assignments', slug));
  const sentinels = await Sentinels.layOut([{ assignment, graderFolder }], join(folder, 'names'));
  const [, second] = sentinels?.next().jobs ?? [];
  mutant = second ? await asPromised(second) : {};
});
const right = ({ id }: GradingJob) => (id.includes('mutants/') ? mutant : {});

test('each result is kept with its key and its time, and sentinels are not', async () => {
  const queue = new FakeQueue(right);
  const { kept, verdicts, stop } = await run('right', queue);
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
  const { kept, suspects, stop } = await run('wrong', queue);
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
  const { kept, stop } = await run('broken', queue);
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
  const { kept, stop } = await run('failing', queue);
  expect(stop).toBeUndefined();
  expect(kept.get('s1')).toHaveLength(2);
  expect(kept.get('s1')?.at(-1)).toMatchObject({ outcome: 'error', score: null });
});

test('a run that was killed leaves its unproven results to the next, whose first sentinels judge them', async () => {
  const path = join(folder, 'killed.jsonl');
  const before = await Unproven.open(path);
  for (const one of students.slice(0, 2)) await before.add(one);
  const queue = new FakeQueue(right);
  const unproven = await Unproven.open(path);
  expect(unproven.left.map(({ student }) => student)).toEqual(['s0', 's1']);
  const { suspects, stop } = await run('killed', queue, { jobs: [], unproven });
  expect(stop).toBeUndefined();
  expect(suspects).toEqual([]);
  expect(queue.graded).toHaveLength(2);
  await expect(readFile(path, 'utf8')).resolves.toBe('');
});
