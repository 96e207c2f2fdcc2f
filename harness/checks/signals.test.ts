import { describe, expect, it } from 'vitest';
import { apiCall, daemonEvent, timelineOf } from './records.test-support.ts';
import { ranOutOfMemory, requestsOn, signalsTo } from './signals.ts';

const id = 'a1b2c3d4e5f6';
const web = { id, name: 'web' };
const event = (action: string, attributes: Record<string, string> = {}, line: number | null = null) =>
  daemonEvent({ action, actorId: id, attributes, line });

describe('signalsTo', () => {
  it('gives what was sent since the last start, in order, with its line', () => {
    const events = [
      event('start'),
      event('kill', { signal: '9' }, 2),
      event('start'),
      event('kill', { signal: '15' }, 4),
      daemonEvent({ action: 'kill', actorId: 'another', attributes: { signal: '1' } }),
      event('kill', { signal: '9' }, 4),
      event('die', { exitCode: '137' }),
    ];
    expect(signalsTo(timelineOf({ events }), web)).toEqual([
      { signal: 15, line: 4 },
      { signal: 9, line: 4 },
    ]);
  });

  it('does not guess a number that a label hides', () => {
    expect(signalsTo(timelineOf({ events: [event('kill')] }), web)).toEqual([{ signal: null, line: null }]);
    expect(signalsTo(timelineOf({}), web)).toEqual([]);
  });
});

describe('requestsOn', () => {
  it('gives those by name and by id that the engine took on, since the container is there', () => {
    const calls = [
      apiCall({ id: 1, path: '/containers/web/kill', startedMs: 5, status: 204 }),
      apiCall({ id: 2, path: '/containers/web/kill', startedMs: 20, status: 204 }),
      apiCall({ id: 3, path: '/containers/a1b2/kill', startedMs: 20, status: 204 }),
      apiCall({ id: 4, path: '/containers/web/kill', startedMs: 20, status: 409 }),
      apiCall({ id: 5, path: '/containers/web/stop', startedMs: 20, status: 204 }),
      apiCall({ id: 6, path: '/containers/website/kill', startedMs: 20, status: 204 }),
      apiCall({ id: 7, path: '/containers/web/kill', startedMs: 20, status: 204, refused: true }),
    ];
    const timeline = timelineOf({ calls, events: [{ ...event('create'), atMs: 10 }] });
    expect(requestsOn(timeline, web, 'kill').map((call) => call.id)).toEqual([2, 3]);
    expect(requestsOn(timeline, web, 'stop').map((call) => call.id)).toEqual([5]);
  });
});

describe('ranOutOfMemory', () => {
  it('takes the word of either witness', () => {
    const timeline = timelineOf({ events: [event('oom')] });
    expect(ranOutOfMemory(timeline, { id, oomKilled: false })).toBe(true);
    expect(ranOutOfMemory(timelineOf({}), { id, oomKilled: true })).toBe(true);
    expect(ranOutOfMemory(timelineOf({}), { id, oomKilled: false })).toBe(false);
  });
});
