import { expect, test } from 'vitest';
import { memoryOf, runnableOf } from './machine.ts';

test('reads how many programs can run, without itself', () => {
  expect(runnableOf('11.22 18.90 18.28 6/272 1548\n')).toBe(5);
  expect(runnableOf('0.00 0.00 0.00 0/80 1')).toBe(0);
  expect(runnableOf('')).toBeUndefined();
});

test('reads the memory that programs can still get', () => {
  expect(memoryOf('MemTotal:       24683612 kB\nMemFree:  1 kB\nMemAvailable:   22622208 kB\n')).toBe(
    22_622_208 * 1024,
  );
  expect(memoryOf('')).toBeUndefined();
});
