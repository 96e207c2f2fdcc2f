import { describe, expect, it } from 'vitest';
import type { ApiCall } from '../result.ts';
import {
  createLine,
  errorLine,
  failedCommand,
  failedCreate,
  haltLine,
  lastBuild,
  removalLine,
} from './blame.ts';
import { apiCall, daemonEvent, timelineOf, typed } from './records.test-support.ts';

const timeline = timelineOf({
  commands: [
    typed({ line: 1, text: 'docker build -t a .' }),
    typed({ line: 3, text: 'sudo docker  image build -t b .' }),
    typed({ line: 5, text: 'docker builder prune' }),
  ],
  calls: [
    apiCall({
      path: '/containers/create',
      query: { name: 'a' },
      status: 404,
      line: 6,
      error: 'No such image: a',
    }),
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

  it('are those that removed the last container of a name', () => {
    const removed = (name: string, line: number) =>
      daemonEvent({ action: 'destroy', attributes: { name }, line });
    const events = [removed('a', 1), removed('a', 2), removed('b', 3)];
    expect(removalLine(timelineOf({ events }), 'a')).toBe(2);
    expect(removalLine(timelineOf({ events }), 'c')).toBeNull();
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

describe('failedCreate', () => {
  const create = (name: string, status: number, line: number) =>
    apiCall({ path: '/containers/create', query: { name }, status, line, error: 'drop `x`' });
  const found = (...calls: ApiCall[]) => failedCreate(timelineOf({ calls }));

  it('is none where a later one of that name was taken on', () => {
    expect(found(create('a', 409, 1), create('a', 201, 2))).toBeUndefined();
    expect(found(create('a', 409, 1), create('b', 201, 2))?.line).toBe(1);
    expect(found(create('a', 201, 1), create('a', 409, 2))?.line).toBe(2);
  });

  it('has an error that can be shown as code', () => {
    expect(found(create('a', 400, 1))?.error).toBe("drop 'x'");
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
    [
      '"docker cp" requires exactly 2 arguments.\r\nSee \'docker cp --help\'.\r\n\r\nUsage:  docker cp A B\r\n\r\nCopy files\r\n',
      '"docker cp" requires exactly 2 arguments.',
    ],
    [
      "truncate: missing file operand\nTry 'truncate --help' for more information.\n",
      'truncate: missing file operand',
    ],
    ['Usage: thing [-x]\nmakes things\n', 'makes things'],
    ['', ''],
  ])('of %j is %j', (output, line) => {
    expect(errorLine({ output })).toBe(line);
  });
});
