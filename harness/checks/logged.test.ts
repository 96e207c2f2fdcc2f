import { expect, it } from 'vitest';
import { notLoggedBy } from './logged.ts';

const texts = ['connected', 'arrived'];

/** A log that grows by these parts: the first is there from the beginning, each look after `act` shows one more. */
function growing(...parts: string[]) {
  let shown = 1;
  let acted = false;
  return {
    logs: async () => parts.slice(0, acted ? ++shown : shown).join(''),
    act: async () => {
      acted = true;
    },
  };
}

it('misses nothing once the log gained every text, however often it had it before', async () => {
  const log = growing('connected arrived\n', 'connected\n', 'arrived\n');
  expect(await notLoggedBy(log, 'x', texts, log.act)).toEqual([]);
});

it('misses what was there before and did not come again', async () => {
  const log = growing('connected arrived\n', 'arrived\n');
  expect(await notLoggedBy(log, 'x', texts, log.act, 60)).toEqual(['connected']);
});
