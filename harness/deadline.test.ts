import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { within } from './deadline.ts';

const late = () => new RangeError('late');

test('gives what comes in time, also an error', async () => {
  expect(await within(1000, Promise.resolve(1), late)).toBe(1);
  await expect(within(1000, Promise.reject(new TypeError('own')), late)).rejects.toThrow('own');
});

test('throws when time is over, and a later failure bothers nobody', async () => {
  const failing = sleep(30).then(() => Promise.reject(new TypeError('too late to matter')));
  await expect(within(5, failing, late)).rejects.toThrow('late');
  await sleep(40);
});
