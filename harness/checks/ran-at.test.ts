import { expect, test } from 'vitest';
import { ranAt } from './ran-at.ts';
import { daemonEvent, timelineOf } from './records.test-support.ts';

const turn = (action: string, atMs: number, actorId = 'a') => daemonEvent({ action, atMs, actorId });
const timeline = timelineOf({
  events: [turn('create', 1), turn('start', 2), turn('exec_die', 3), turn('die', 5), turn('start', 8)],
});

test.each([
  [1, false],
  [2, true],
  [4, true],
  [6, false],
  [9, true],
])('at %i ms: %s', (atMs, ran) => expect(ranAt(timeline, 'a', atMs)).toBe(ran));

test('another container is another one', () => expect(ranAt(timeline, 'b', 9)).toBe(false));
