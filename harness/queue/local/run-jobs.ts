import type { Result } from '../../result.ts';
import type { GradingJob, QueueWatch } from '../job.ts';
import { WaitingLine } from './waiting-line.ts';

/** How many jobs may run at once. It may change at any time. */
export interface Slots {
  readonly count: number;
  /** Called whenever `count` has changed; gives what stops the calls. */
  onChange(listener: () => void): () => void;
}

export interface JobRunner {
  readonly jobs: AsyncIterable<GradingJob>;
  readonly watch: QueueWatch;
  readonly signal: AbortSignal;
  readonly slots: Slots;
  /** This machine's name for people. */
  readonly worker: string;
  /** Does one job, and gives up what it holds when the signal says so. */
  work(job: GradingJob, signal: AbortSignal): Promise<Result>;
  /** Told of the jobs that wait, the next first, whenever they changed. */
  waiting?(jobs: readonly GradingJob[]): void;
}

/**
 * Runs jobs as they come, as many at once as there are slots. As many more are pulled ahead, and no more: among them
 * what somebody waits for can go first, and what comes next is known. The first error stops the pulling, aborts what
 * runs, and is thrown once all of it has cleared away; an abort does the same with its reason.
 */
export async function runJobs(runner: JobRunner): Promise<void> {
  const { watch, slots, worker } = runner;
  const stop = new AbortController();
  const signal = AbortSignal.any([runner.signal, stop.signal]);
  const line = new WaitingLine();
  const running = new Set<Promise<void>>();
  const source = runner.jobs[Symbol.asyncIterator]();
  const over = Promise.withResolvers<void>();
  const pull: { state: 'idle' | 'pending' | 'ended' } = { state: 'idle' };
  let failure: { thrown: unknown } | undefined;

  const fail = (thrown: unknown) => {
    failure ??= { thrown };
    stop.abort(thrown);
  };

  const one = async (job: GradingJob) => {
    try {
      watch.started(job, worker);
      const result = await runner.work(job, signal);
      signal.throwIfAborted();
      await watch.finished({ job, result, worker });
    } catch (thrown) {
      fail(thrown);
    }
  };

  const pullOne = async () => {
    pull.state = 'pending';
    try {
      const { value, done } = await source.next();
      pull.state = done ? 'ended' : 'idle';
      if (!done) line.add(value);
    } catch (thrown) {
      pull.state = 'ended';
      fail(thrown);
    }
    step();
  };

  const startWaiting = () => {
    while (running.size < slots.count) {
      const job = line.next();
      if (job === undefined) return;
      const done = one(job).finally(() => {
        running.delete(done);
        step();
      });
      running.add(done);
    }
  };

  const advance = () => {
    if (signal.aborted) {
      line.clear();
      if (running.size === 0) over.resolve();
      return;
    }
    startWaiting();
    runner.waiting?.(line.upcoming());
    watch.load?.({ running: running.size, slots: slots.count, workers: 1 });
    if (pull.state === 'idle' && line.length < slots.count) void pullOne();
    if (pull.state === 'ended' && line.length === 0 && running.size === 0) over.resolve();
  };

  /** Called after everything that happens: does what can be done now. */
  const step = () => {
    try {
      advance();
    } catch (thrown) {
      fail(thrown);
    }
  };

  const unlisten = slots.onChange(step);
  signal.addEventListener('abort', step, { once: true });
  step();
  await over.promise;
  unlisten();
  // A source that waits for something that will not come is not waited for.
  if (pull.state !== 'ended') source.return?.().catch(() => undefined);
  if (failure) throw failure.thrown;
  runner.signal.throwIfAborted();
}
