import { join } from 'node:path';
import { DelayedError, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import { causesOf, firstError, TroubleError } from '../../errors.ts';
import { ProcessFolder } from '../../process-folder.ts';
import type { Result } from '../../result.ts';
import { unpackSubmission } from './archive.ts';
import type { ArchiveShelf } from './archive-shelf.ts';
import { bury } from './dead-letters.ts';
import { keys } from './keys.ts';
import type { MachineTrust } from './machine-trust.ts';
import type { Member } from './members.ts';
import type { LostAttempt, News, QueuedJob } from './queued-job.ts';
import type { ResultsShelf } from './results-shelf.ts';
import type { WorkerOptions } from './worker-options.ts';
import { archiveGone, workerLost } from './worker-texts.ts';

/** What grading a job needs of the worker that took it. */
export interface Bench {
  readonly redis: Redis;
  readonly archives: ArchiveShelf;
  readonly results: ResultsShelf;
  readonly trust: MachineTrust;
  readonly options: Required<Pick<WorkerOptions, 'attempts'>> &
    Pick<WorkerOptions, 'grade' | 'unable' | 'name'>;
  readonly id: string;
  readonly againMs: number;
  /** Who takes part, as of the last beat. */
  others(): readonly Member[];
}

/** An end without a score that is the grader's own: another machine would meet it, too. */
const gradersOwn = new Set(['CHECK_ERROR', 'NO_CHECKS']);

/**
 * One job from the queue: graded, its result put on the shelf; or put back for another machine when this one failed
 * (by BullMQ's DelayedError); or buried after too many failures, with a result that has no score.
 */
export async function takeJob(bench: Bench, job: Job<QueuedJob>, token: string | undefined): Promise<void> {
  const { redis, results, options } = bench;
  const { data, id = '' } = job;
  if (!(await results.isWanted(data.run, id))) return;
  const before = data.failures.length + job.stalledCounter;
  if (before >= options.attempts) return buried(bench, job, undefined);
  if (isForOthers(bench, data)) await putBack(bench, job, token);

  const news: News = { kind: 'started', id, worker: options.name };
  await redis.publish(keys.news(data.run), JSON.stringify(news));
  const { result, failure } = await gradeOnce(bench, data);
  if (failure === undefined && result !== undefined) {
    bench.trust.graded();
    return results.put(data.run, id, {
      result: withLost(result, data.failures),
      worker: options.name,
    });
  }
  bench.trust.failed(id, before === 0);
  const failures = failure === undefined ? data.failures : [...data.failures, failure];
  await job.updateData({ ...data, failures });
  if (before + 1 >= options.attempts) return buried(bench, job, result);
  await putBack(bench, job, token);
}

/** One try on this machine; `failure` is set when the machine failed, with or without a result that says so. */
async function gradeOnce(
  { archives, options, id }: Bench,
  { job, archive }: QueuedJob,
): Promise<{ result?: Result; failure?: LostAttempt }> {
  const failed = ({ code, message }: Pick<LostAttempt, 'code' | 'message'>): LostAttempt => ({
    ...{ workerId: id, worker: options.name, code, message, at: new Date().toISOString() },
  });
  await using folder = await ProcessFolder.make('job');
  try {
    const packed = await archives.get(archive);
    if (packed === undefined) throw archiveGone(archive);
    const submission = join(folder.path, job.assignment);
    await unpackSubmission(packed, submission);
    // Draining finishes what runs, so nothing aborts a job; a second signal ends the process.
    const result = await options.grade({ ...job, folder: submission }, new AbortController().signal);
    if (result.outcome !== 'error' || gradersOwn.has(result.reason?.code ?? '')) return { result };
    return { result, failure: failed(result.reason ?? workerLost) };
  } catch (any) {
    const thrown = firstError(any);
    if (thrown instanceof TroubleError)
      return { failure: failed({ code: thrown.code, message: thrown.text }) };
    const told = causesOf(thrown);
    return { failure: failed({ code: 'UNFORESEEN', message: { ko: told, en: told } }) };
  }
}

/** Whether this machine failed the job before, and one is there that has not. */
function isForOthers({ others, id }: Bench, { failures }: QueuedJob): boolean {
  const tried = new Set(failures.map(({ workerId }) => workerId));
  return tried.has(id) && others().some((member) => member.state === 'ready' && !tried.has(member.id));
}

async function putBack({ againMs }: Bench, job: Job<QueuedJob>, token: string | undefined): Promise<never> {
  await job.moveToDelayed(Date.now() + againMs * (1 + job.data.failures.length), token);
  throw new DelayedError();
}

async function buried(bench: Bench, job: Job<QueuedJob>, result: Result | undefined): Promise<void> {
  const { options, redis, results } = bench;
  const { run, job: graded, failures } = job.data;
  const lost = { ...workerLost, workerId: '', worker: '?', at: new Date().toISOString() };
  const all = [...failures, ...Array.from({ length: job.stalledCounter }, () => lost)];
  const { code, message } = all.at(-1) ?? workerLost;
  const { student, assignment } = graded;
  await bury(redis, { run, student, assignment, failures: all });
  // The last try's own result tells of that try itself.
  const told =
    result === undefined
      ? withLost(await options.unable(graded, { code, message }), all)
      : withLost(result, failures.slice(0, -1));
  await results.put(run, job.id ?? '', { result: told, worker: options.name });
}

/** A result that tells of the attempts before it, which were lost on other machines. */
function withLost(result: Result, lost: readonly LostAttempt[]): Result {
  if (lost.length === 0) return result;
  const before = lost.map(({ code, message, at }) => ({ code, message, at }));
  return { ...result, machineErrors: [...before, ...(result.machineErrors ?? [])] };
}
