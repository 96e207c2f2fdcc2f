import { UsageError } from '../errors.ts';
import type { GradingJob } from '../queue/index.ts';
import type { Result } from '../result.ts';
import { readSubmission } from '../runner/index.ts';
import type { Kept } from './kept.ts';

export interface PlanOptions {
  /** All that could be graded. */
  readonly jobs: readonly GradingJob[];
  readonly kept: Kept;
  /** What a verdict stands on: of a submission for an assignment, by the submission's hash (null: nothing handed in). */
  readonly keyOf: (assignment: string, submissionHash: string | null) => string;
  /** Grade what has not changed, too. */
  readonly force: boolean;
  /** Grade what the machine failed last time, and nothing else. */
  readonly onlyErrors: boolean;
  readonly signal: AbortSignal;
}

export interface Plan {
  /** What has to be graded, in the order given. */
  readonly jobs: GradingJob[];
  /** What was graded before, and stands on the same submission, grader, images and engine. */
  readonly unchanged: Result[];
}

const tooLarge = 'SUBMISSION_TOO_LARGE';
/** Folders are read so many at a time. */
const readers = 8;

/**
 * Tells what has to be graded from what was graded before. What is kept and cannot be read was not graded: the store
 * keeps its text when another result takes its place.
 */
export async function planOf(options: PlanOptions): Promise<Plan> {
  const unchanged = new Map<string, Result>();
  const wanted = new Set<string>();
  const entries = options.jobs.values();
  const reader = async () => {
    for (const job of entries) {
      options.signal.throwIfAborted();
      const result = await options.kept.current(job.student, job.assignment).catch(noResult);
      if (await isDone(job, result, options)) unchanged.set(job.id, result as Result);
      else if (!options.onlyErrors || result?.outcome === 'error') wanted.add(job.id);
    }
  };
  await Promise.all(Array.from({ length: readers }, reader));
  const inOrder = (has: (id: string) => boolean) => options.jobs.filter(({ id }) => has(id));
  return {
    jobs: inOrder((id) => wanted.has(id)),
    unchanged: inOrder((id) => unchanged.has(id)).flatMap(({ id }) => unchanged.get(id) ?? []),
  };
}

/** A file that is no result says nothing; what is wrong with the disk is thrown. */
export function noResult(thrown: unknown): undefined {
  if (!(thrown instanceof UsageError)) throw thrown;
}

/** A result without a score is never done: it says nothing of the submission. */
async function isDone(
  { assignment, folder }: GradingJob,
  result: Result | undefined,
  { force, keyOf }: PlanOptions,
): Promise<boolean> {
  if (force || result === undefined || result.outcome === 'error') return false;
  // What cannot be read is for its own result to say; one that is too large stays so, and was said already.
  const submission = await readSubmission(folder).catch((thrown: { code?: string }) => thrown.code ?? '');
  if (typeof submission === 'string' && !(submission === tooLarge && result.reason?.code === tooLarge))
    return false;
  const hash = typeof submission === 'string' ? null : (submission?.hash ?? null);
  return result.key === keyOf(assignment, hash);
}
