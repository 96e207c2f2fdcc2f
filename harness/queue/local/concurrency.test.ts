import { describe, expect, test } from 'vitest';
import { Concurrency, type Sample, windowSize } from './concurrency.ts';

const gib = 2 ** 30;
const bounds = { min: 1, max: 8, jobMemory: 4 * gib };
const usual: Sample = {
  ...{ cpuIdle: 0.05, runnable: 1.5, memoryAvailable: 20 * gib, diskAvailable: 50 * gib },
  ...{ running: 2, waiting: 5 },
};

/** How many slots there are after each sample. */
function follow(samples: readonly Partial<Sample>[], given: Partial<typeof bounds> = {}, begin = 2) {
  const concurrency = new Concurrency({ ...bounds, ...given }, begin);
  return samples.map((sample) => {
    concurrency.look({ ...usual, running: concurrency.count, ...sample });
    return concurrency.count;
  });
}
const times = (count: number, sample: Partial<Sample> = {}) => Array.from({ length: count }, () => sample);
const last = (counts: readonly number[]) => counts.at(-1);

describe('how many jobs run at once', () => {
  test('begins within its bounds', () => {
    expect(new Concurrency(bounds, 2).count).toBe(2);
    expect(new Concurrency({ ...bounds, min: 3 }, 2).count).toBe(3);
    expect(new Concurrency({ ...bounds, max: 1 }, 2).count).toBe(1);
    expect(new Concurrency({ ...bounds, min: 0 }, 0).count).toBe(1);
  });

  test('stays where the cores are busy with what they can do', () => {
    expect(last(follow(times(60)))).toBe(2);
  });

  test('grows by one for each window in which the cores idled while jobs waited, up to the most', () => {
    expect(follow(times(2 * windowSize, { cpuIdle: 0.4 }))).toEqual([2, 2, 2, 2, 3, 3, 3, 3, 3, 4]);
    expect(last(follow(times(100, { cpuIdle: 0.4 })))).toBe(8);
  });

  test('does not grow when nothing waits, when slots are free, or without memory for a whole job', () => {
    expect(last(follow(times(30, { cpuIdle: 0.9, waiting: 0 })))).toBe(2);
    expect(last(follow(times(30, { cpuIdle: 0.9, running: 1 })))).toBe(2);
    expect(last(follow(times(30, { cpuIdle: 0.9, memoryAvailable: 5 * gib })))).toBe(2);
    expect(last(follow(times(30, { cpuIdle: 0.9, memoryAvailable: 5.1 * gib })))).toBeGreaterThan(2);
  });

  test('shrinks while more stand in line than cores can use, down to where it began, and comes back', () => {
    const grown = times(3 * windowSize, { cpuIdle: 0.5 });
    const crowded = times(windowSize, { cpuIdle: 0, runnable: 9 });
    expect(last(follow(grown))).toBe(5);
    expect(last(follow([...grown, ...crowded]))).toBe(4);
    const long = [...grown, ...crowded, ...crowded, ...crowded, ...crowded];
    expect(last(follow(long))).toBe(2);
    expect(last(follow([...long, ...times(windowSize, { cpuIdle: 0.5 })]))).toBe(3);
  });

  test('a single peak changes nothing', () => {
    const peak = [...times(4), { cpuIdle: 0, runnable: 14 }, ...times(10)];
    expect(last(follow(peak))).toBe(2);
    expect(last(follow([...times(4), { cpuIdle: 0.9 }, ...times(10)]))).toBe(2);
  });

  test.each([
    ['memory', { memoryAvailable: 0.5 * gib }],
    ['disk', { diskAvailable: 0.5 * gib }],
  ])('shrinks at once when %s runs out', (_what, sample) => {
    expect(follow(times(3, sample), {}, 5)).toEqual([4, 3, 2]);
  });

  test('needs neither a disk of its own nor a count of programs', () => {
    expect(last(follow(times(5, { cpuIdle: 0.5, runnable: null, diskAvailable: null })))).toBe(3);
  });
});

test('says when things are short or crowded, and when that is over', () => {
  const concurrency = new Concurrency(bounds, 4);
  const look = (sample: Partial<Sample>, often = 1) => {
    for (const one of times(often, sample)) concurrency.look({ ...usual, ...one });
    return [concurrency.isShort, concurrency.isCrowded];
  };
  expect(look({})).toEqual([false, false]);
  expect(look({ memoryAvailable: 0 })).toEqual([true, false]);
  expect(look({ runnable: 10 }, windowSize)).toEqual([false, true]);
  expect(look({ runnable: 1 }, windowSize)).toEqual([false, false]);
});

/**
 * Idle share and programs a core, a second each, recorded on 2 cores (Debian 12, load average 11) while other programs
 * booted engines and ran compilers: overload, a lull, overload again, a lull.
 */
const recorded: [number, number][] = [
  [0.03, 6.5],
  [0.01, 3],
  [0.0, 2.5],
  [0.03, 3.5],
  [0.12, 2.5],
  [0.61, 2],
  [0.47, 1],
  [0.35, 1],
  [0.24, 3.5],
  [0.18, 0.5],
  [0.24, 3.5],
  [0.04, 2.5],
  [0.01, 5.5],
  [0.0, 4],
  [0.01, 2],
  [0.23, 1],
  [0.42, 1.5],
  [0.41, 1.5],
  [0.4, 3],
  [0.49, 1],
];

test('on a busy machine it takes the lulls, one slot at a time, and nothing while the cores are full', () => {
  const samples = recorded.map(([cpuIdle, runnable]) => ({ cpuIdle, runnable }));
  expect(follow(samples).join(' ')).toMatchInlineSnapshot(`"2 2 2 2 2 2 2 3 3 3 3 3 3 3 3 3 3 4 4 4"`);
});
