import { describe, expect, it } from 'vitest';
import { createLine, errorLine, failedCommand, failedCreate, haltLine, lastBuild } from './blame.ts';
import { apiCall, daemonEvent, timelineOf, typed } from './records.test-support.ts';

const timeline = timelineOf({
  commands: [
    typed({ line: 1, text: 'docker build -t a .' }),
    typed({ line: 3, text: 'sudo docker  image build -t b .' }),
    typed({ line: 5, text: 'docker builder prune' }),
  ],
  calls: [
    apiCall({ path: '/containers/create', status: 404, line: 6, error: 'No such image: a' }),
    apiCall({ path: '/containers/create', status: 201, line: 7 }),
    apiCall({ path: '/containers/x/start', status: 500, line: 7 }),
  ],
  events: [
    daemonEvent({ action: 'create', actorId: 'c', line: 7 }),
    daemonEvent({ action: 'pause', actorId: 'c', line: 8 }),
    daemonEvent({ action: 'kill', actorId: 'c', line: 9 }),
    daemonEvent({ action: 'die', actorId: 'c', line: 10 }),
  ],
});

describe('the lines to blame', () => {
  it('are those of the events', () => {
    expect(createLine(timeline, { id: 'c' })).toBe(7);
    expect(haltLine(timeline, { id: 'c' })).toBe(9);
  });

  it('are not those of a commit, which pauses its container for a moment', () => {
    const actions = ['kill', 'die', 'start', 'pause', 'commit', 'unpause', 'die'];
    const events = actions.map((action, index) => daemonEvent({ action, actorId: 'c', line: index + 1 }));
    expect(haltLine(timelineOf({ events }), { id: 'c' })).toBeNull();
    expect(haltLine(timelineOf({ events: events.slice(0, 2) }), { id: 'c' })).toBe(1);
    expect(haltLine(timelineOf({ events: events.slice(0, 5) }), { id: 'c' })).toBe(4);
  });

  it('are unknown where nobody did anything', () => {
    expect(createLine(timeline, { id: 'x' })).toBeNull();
    expect(
      haltLine(timelineOf({ events: [daemonEvent({ action: 'die', actorId: 'c', line: 3 })] }), { id: 'c' }),
    ).toBeNull();
  });

  it('come with what was turned down, and with the last build', () => {
    expect(failedCreate(timeline)?.error).toBe('No such image: a');
    expect(failedCreate(timelineOf({}))).toBeUndefined();
    expect(lastBuild(timeline)?.line).toBe(3);
    expect(lastBuild(timelineOf({ commands: [typed({ text: 'npm run build' })] }))).toBeUndefined();
  });
});

describe('failedCommand', () => {
  const command = /\bdocker\s+cp\b/;
  const typedAs = (...codes: number[]) =>
    timelineOf({
      commands: codes.map((exitCode, line) => typed({ line, text: 'docker cp a b:/', exitCode })),
    });
  it('is the last one that fits, when it ended badly', () => {
    expect(failedCommand(typedAs(0, 1), command)?.line).toBe(1);
    expect(failedCommand(typedAs(1, 0), command)).toBeUndefined();
    expect(failedCommand(timelineOf({}), command)).toBeUndefined();
  });
});

describe('errorLine', () => {
  it.each([
    [
      '\u001b[31mERROR: failed to solve: "/a": not found\u001b[0m\r\n\r\n',
      'ERROR: failed to solve: "/a": not found',
    ],
    ['the `x` error\nafter it\n', "the 'x' error"],
    ['one\ntwo\n', 'two'],
    ['', ''],
  ])('of %j is %j', (output, line) => {
    expect(errorLine({ output })).toBe(line);
  });
});
