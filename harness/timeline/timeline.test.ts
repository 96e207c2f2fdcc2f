import { describe, expect, it } from 'vitest';
import type { ApiCall, CommandRecord, DaemonEvent, HostCall } from '../result.ts';
import { Timeline } from './timeline.ts';

function event(action: string, name = 'node-run', type = 'container'): DaemonEvent {
  return { atMs: 0, type, action, actorId: `id-${name}`, attributes: { name }, line: null };
}

function call(path: string, more: Partial<ApiCall> = {}): ApiCall {
  return {
    id: 1,
    startedMs: 0,
    durationMs: 1,
    method: 'POST',
    path,
    query: {},
    body: null,
    status: 200,
    error: null,
    refused: false,
    line: 3,
    ...more,
  };
}

function command(line: number, text: string): CommandRecord {
  return { line, endLine: line, text, exitCode: 0, startedMs: 0, durationMs: 1, endedBy: [], output: '' };
}

function hostCall(action: string, exitCode: number, line: number): HostCall {
  const rest = {
    startedMs: 0,
    durationMs: 1,
    command: [],
    settings: '{}',
    logs: null,
    error: null,
    refused: false,
  };
  return { ...rest, action, exitCode, line };
}

const timeline = new Timeline(
  {
    commands: [command(1, 'docker build .'), command(4, 'docker run a'), command(9, 'docker run b')],
    calls: [
      call('/containers/create'),
      call('/build', { line: 1 }),
      call('/containers/x/start', { refused: true }),
    ],
    events: [
      event('create'),
      event('start'),
      event('exec_start: sh -c ls'),
      event('create', 'other'),
      event('die'),
    ],
    hostCalls: [hostCall('write-settings', 0, 4), hostCall('restart', 1, 5), hostCall('restart', 0, 9)],
  },
  0,
);

describe('Timeline', () => {
  it('finds events by type, name and action, with or without the action’s own words', () => {
    expect(timeline.eventsOf({ name: 'node-run', action: 'exec_start' })).toHaveLength(1);
    expect(timeline.eventsOf({ action: 'create' })).toHaveLength(2);
    expect(timeline.eventsOf({ type: 'image' })).toEqual([]);
  });

  it('finds calls by path, refusal and line', () => {
    expect(timeline.callsOf({ path: /^\/containers\// })).toHaveLength(2);
    expect(timeline.callsOf({ refused: true })).toHaveLength(1);
    expect(timeline.callsOf({ method: 'POST', line: 1 })).toHaveLength(1);
  });

  it('finds what was asked of the host by action, outcome and line', () => {
    expect(timeline.hostCallsOf({ action: 'restart' })).toHaveLength(2);
    expect(timeline.hostCallsOf({ action: 'restart', succeeded: true })).toMatchObject([{ line: 9 }]);
    expect(timeline.hostCallsOf({ line: 4 })).toMatchObject([{ action: 'write-settings' }]);
  });

  it('blames the last line that fits', () => {
    expect(timeline.lineOf(/docker run/)).toBe(9);
    expect(timeline.lineOf(/docker commit/)).toBeNull();
  });

  it('proves an order of events, others between them allowed, and no other order', () => {
    expect(timeline.inOrder(['create', 'start', 'die'], { name: 'node-run' })).toBe(true);
    expect(timeline.inOrder(['start', 'create'], { name: 'node-run' })).toBe(false);
  });
});
