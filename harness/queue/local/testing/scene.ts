import { setImmediate as turn } from 'node:timers/promises';
import type { Result } from '../../../result.ts';
import type { GradingJob, QueueLoad } from '../../job.ts';
import type { JobRunner, Slots } from '../run-jobs.ts';

type Priority = GradingJob['priority'];

/** Slots that a test can change. */
export class Given implements Slots {
  count: number;
  readonly #listeners = new Set<() => void>();
  constructor(count: number) {
    this.count = count;
  }
  onChange(listener: () => void) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
  set(count: number) {
    this.count = count;
    for (const listener of this.#listeners) listener();
  }
}

/** A run whose jobs end when the test says so. */
export function scene(ids: readonly (string | [string, Priority])[], count = 1) {
  const pulled: string[] = [];
  const started: string[] = [];
  const finished: string[] = [];
  const loads: QueueLoad[] = [];
  const waiting: string[][] = [];
  const ends = new Map<string, PromiseWithResolvers<Result>>();
  const stop = new AbortController();
  const slots = new Given(count);
  const cleared: string[] = [];
  let closed = false;
  async function* jobs(): AsyncGenerator<GradingJob> {
    try {
      for (const each of ids) {
        const [id, priority] = typeof each === 'string' ? [each, 'bulk' as const] : each;
        pulled.push(id);
        yield { id, student: id, assignment: 'smoke', folder: '/', priority };
      }
    } finally {
      closed = true;
    }
  }
  const runner: JobRunner = {
    ...{ jobs: jobs(), slots, worker: 'here', signal: stop.signal },
    watch: {
      started: ({ id }) => void started.push(id),
      finished: async ({ job }) => void finished.push(job.id),
      load: (load) => void loads.push(load),
    },
    work: ({ id }, signal) => {
      const end = Promise.withResolvers<Result>();
      ends.set(id, end);
      signal.addEventListener('abort', () => {
        cleared.push(id);
        end.reject(signal.reason);
      });
      return end.promise;
    },
    waiting: (upcoming) => void waiting.push(upcoming.map(({ id }) => id)),
  };
  const end = async (id: string) => {
    ends.get(id)?.resolve({ student: id } as Result);
    await settled();
  };
  const seen = { pulled, started, finished, loads, waiting, cleared };
  return { ...seen, runner, slots, stop, ends, end, isClosed: () => closed };
}

/** Lets everything happen that needs no more from outside. */
export async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns += 1) await turn();
}
