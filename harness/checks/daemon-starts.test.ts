import { expect, test } from 'vitest';
import { daemonStarts } from './daemon-starts.ts';
import { hostCall, timelineOf } from './records.test-support.ts';

const call = (action: string, settings: string | null, exitCode = 0, command: string[] = []) =>
  hostCall({ action, settings, exitCode, command, startedMs: 5, durationMs: 2 });
const starts = (...hostCalls: ReturnType<typeof call>[]) =>
  daemonStarts(timelineOf({ hostCalls })).map(({ settings, succeeded }) => [settings, succeeded]);

test('a restart starts the daemon, and a start only one that does not run', () => {
  expect(starts(call('restart', 'a'), call('start', 'b'))).toEqual([['a', true]]);
  expect(starts(call('stop', null), call('start', 'b'), call('start', 'c'))).toEqual([['b', true]]);
  expect(starts(call('restart', 'bad', 1), call('start', 'mended'))).toEqual([
    ['bad', false],
    ['mended', true],
  ]);
  expect(starts(call('stop', null), call('enable', 'a'), call('enable', 'b', 0, ['--now']))).toEqual([
    ['b', true],
  ]);
});

test('what was not allowed starts nothing', () => {
  expect(starts(call('restart', null, 1), call('stop', null, 1), call('start', 'a'))).toEqual([]);
  expect(starts({ ...call('restart', 'a', 1), refused: true })).toEqual([]);
});

test('each start knows when it was', () => {
  expect(daemonStarts(timelineOf({ hostCalls: [call('restart', 'a')] }))).toMatchObject([
    { fromMs: 5, untilMs: 7 },
  ]);
});
