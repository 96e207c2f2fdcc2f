import { join } from 'node:path';
import { loadAssignment, loadExpectation } from '../../manifest/index.ts';
import type { GradedJob, GradingJob, GradingQueue, QueueWatch } from '../../queue/index.ts';
import { emptyEvidence, type Result, resultSchemaId } from '../../result.ts';
import { type ClassOptions, gradeClass } from '../grade-class.ts';
import { Sentinels } from '../sentinel.ts';
import { Unproven } from '../unproven.ts';

const root = join(import.meta.dirname, '../../..');
const slug = 'build-noderun';
const graderFolder = join(root, 'graders', slug);

export const job = (student: string): GradingJob => ({
  ...{ id: `${student}/${slug}`, student, assignment: slug, folder: `/${student}` },
  priority: 'bulk',
});
export const students = Array.from({ length: 6 }, (_one, index) => job(`s${index}`));

/** A result with all points. */
export function resultOf({ student }: GradingJob, part: Partial<Result> = {}): Result {
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
export class FakeQueue implements GradingQueue {
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

/** Grades the class with what it keeps below `folder`. */
export async function run(
  folder: string,
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
    locate: ({ student }) => job(student),
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

/** A machine that grades rightly: each sentinel, laid out below `folder`, comes out as its author promised. */
export async function rightMachine(folder: string): Promise<(job: GradingJob) => Partial<Result>> {
  const assignment = await loadAssignment(join(root, 'assignments', slug));
  const sentinels = await Sentinels.layOut([{ assignment, graderFolder }], join(folder, 'names'));
  const [, second] = sentinels?.next().jobs ?? [];
  const mutant = second ? await asPromised(second) : {};
  return ({ id }) => (id.includes('mutants/') ? mutant : {});
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
