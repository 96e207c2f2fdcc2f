import { describe, expect, test } from 'vitest';
import { daemonStarts, restartThatStopped } from './daemon-starts.ts';
import { daemonEvent, hostCall, timelineOf } from './records.test-support.ts';

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

describe('the restart that took a container down', () => {
  const restarts = [call('restart', 'a'), { ...call('restart', 'b'), startedMs: 50, line: 9 }];
  const stoppedBy = (...turns: [action: string, atMs: number][]) =>
    restartThatStopped(
      timelineOf({
        hostCalls: restarts,
        events: turns.map(([action, atMs]) => daemonEvent({ action, atMs, actorId: 'c' })),
      }),
      { id: 'c' },
    )?.settings;

  test('is the one under way when it died', () => {
    expect(stoppedBy(['start', 1], ['die', 6])).toBe('a');
    expect(stoppedBy(['start', 20], ['kill', 50], ['die', 51])).toBe('b');
  });

  test('is the next one, when nobody told of its end: the event stream ended first', () => {
    expect(stoppedBy(['start', 1])).toBe('a');
    expect(stoppedBy(['start', 1], ['die', 6], ['start', 20], ['kill', 50])).toBe('b');
  });

  test('is none, when it died at another time or began after all of them', () => {
    expect(stoppedBy(['start', 1], ['die', 3])).toBeUndefined();
    expect(stoppedBy(['start', 60])).toBeUndefined();
    expect(stoppedBy()).toBeUndefined();
  });
});
