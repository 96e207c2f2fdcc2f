import { expect, test } from 'vitest';
import { UsageError } from '../../errors.ts';
import type { GradingJob } from '../job.ts';
import { runJobs } from './run-jobs.ts';
import { scene, settled } from './testing/scene.ts';

test('runs as many as there are slots, and pulls as many more and no further', async () => {
  const { runner, started, pulled, end, loads, finished } = scene(['a', 'b', 'c', 'd', 'e', 'f', 'g'], 2);
  const over = runJobs(runner);
  await settled();
  expect(started).toEqual(['a', 'b']);
  expect(pulled).toEqual(['a', 'b', 'c', 'd']);
  expect(loads.at(-1)).toEqual({ running: 2, slots: 2, workers: 1 });
  await end('b');
  expect(started).toEqual(['a', 'b', 'c']);
  expect(pulled).toEqual(['a', 'b', 'c', 'd', 'e']);
  for (const id of ['a', 'c', 'd', 'e', 'f', 'g']) await end(id);
  await over;
  expect(finished).toEqual(['b', 'a', 'c', 'd', 'e', 'f', 'g']);
});

test('lets what somebody waits for go first, among what was pulled', async () => {
  const { runner, started, end, waiting } = scene(['a', 'b', ['now', 'interactive'], 'c'], 2);
  const over = runJobs(runner);
  await settled();
  expect(started).toEqual(['a', 'b']);
  expect(waiting.at(-1)).toEqual(['now', 'c']);
  for (const id of ['a', 'now', 'b', 'c']) await end(id);
  await over;
  expect(started).toEqual(['a', 'b', 'now', 'c']);
});

test('follows slots that grow and shrink, and ends nothing that runs', async () => {
  const { runner, slots, started, end } = scene(['a', 'b', 'c', 'd', 'e'], 1);
  const over = runJobs(runner);
  await settled();
  slots.set(3);
  await settled();
  expect(started).toEqual(['a', 'b', 'c']);
  slots.set(1);
  await end('a');
  await end('b');
  expect(started).toEqual(['a', 'b', 'c']);
  await end('c');
  expect(started).toEqual(['a', 'b', 'c', 'd']);
  for (const id of ['d', 'e']) await end(id);
  await over;
});

test('takes jobs from a source that waits until others have finished', async () => {
  const { runner, finished, end } = scene([]);
  const last = Promise.withResolvers<void>();
  const job = (id: string): GradingJob => ({
    ...{ id, student: id, assignment: 'smoke', folder: '/', priority: 'bulk' },
  });
  const over = runJobs({
    ...runner,
    jobs: (async function* () {
      yield job('first');
      await last.promise;
      yield job('again');
    })(),
  });
  await settled();
  await end('first');
  expect(finished).toEqual(['first']);
  last.resolve();
  await settled();
  await end('again');
  await over;
  expect(finished).toEqual(['first', 'again']);
});

test('an abort clears away what runs, starts nothing more, and is thrown with its reason', async () => {
  const { runner, stop, started, cleared, finished, isClosed } = scene(['a', 'b', 'c', 'd', 'e'], 2);
  const over = runJobs(runner);
  await settled();
  stop.abort(new DOMException('interrupted', 'AbortError'));
  await expect(over).rejects.toThrow('interrupted');
  await settled();
  expect(cleared).toEqual(['a', 'b']);
  expect({ started, finished, closed: isClosed() }).toEqual({
    ...{ started: ['a', 'b'], finished: [], closed: true },
  });
});

test('an abort does not wait for a source that waits', { timeout: 5000 }, async () => {
  const { runner, stop } = scene([]);
  const never = new Promise<never>(() => undefined);
  const jobs = { [Symbol.asyncIterator]: () => ({ next: () => never }) };
  const over = runJobs({ ...runner, jobs });
  await settled();
  stop.abort();
  await expect(over).rejects.toThrow('aborted');
});

const slip = new UsageError({
  ...{ code: 'SLIP', message: { ko: '실수', en: 'a slip' }, hint: { ko: '고치세요', en: 'mend it' } },
});

test.each(['work', 'started', 'finished', 'load', 'source'])(
  'an error of %s is thrown once the others have cleared away',
  async (where) => {
    const { runner, cleared, end, ends, started } = scene(['a', 'b', 'c', 'd', 'e'], 2);
    const fail = () => {
      throw slip;
    };
    const { watch } = runner;
    const over = runJobs({
      ...runner,
      ...(where === 'source' ? { jobs: failing(runner.jobs) } : {}),
      watch: {
        started: where === 'started' ? ({ id }) => (id === 'b' ? fail() : undefined) : watch.started,
        finished: where === 'finished' ? async () => fail() : watch.finished,
        load: where === 'load' ? ({ running }) => (running === 2 ? fail() : undefined) : () => undefined,
      },
    });
    const thrown = expect(over).rejects.toBe(slip);
    await settled();
    if (where === 'work') ends.get('b')?.reject(slip);
    if (where === 'finished') await end('b');
    await thrown;
    expect(cleared).toContain('a');
    expect(started).not.toContain('c');
  },
);

async function* failing(jobs: AsyncIterable<GradingJob>): AsyncGenerator<GradingJob> {
  let given = 0;
  for await (const job of jobs) {
    if (given === 2) throw slip;
    given += 1;
    yield job;
  }
}
