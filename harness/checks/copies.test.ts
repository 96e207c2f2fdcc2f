import { expect, it } from 'vitest';
import { copies, copiesInto } from './copies.ts';
import { apiCall, daemonEvent, timelineOf } from './records.test-support.ts';

const head = (path: string, target: string, line: number) =>
  apiCall({ method: 'HEAD', path: `/containers/${path}/archive`, query: { path: target }, line });
const put = (path: string, folder: string, line: number, status = 200) =>
  apiCall({ method: 'PUT', path: `/containers/${path}/archive`, query: { path: folder }, line, status });
const extract = (actorId: string, line: number, name = 'node-run') =>
  daemonEvent({ action: 'extract-to-dir', actorId, attributes: { name }, line, atMs: line });

const timeline = timelineOf({
  calls: [
    head('node-run', '/app/runapp.js', 2),
    put('node-run', '/app', 2),
    head('node-run', '/src/runapp.js', 3),
    put('node-run', '/src', 3, 404),
    head('3f', '/app/', 4),
    put('3f', '/app/', 4),
    head('node-run', '/one', 5),
    put('node-run', '/', 5),
    put('node-run', '/two', 5),
    apiCall({ method: 'GET', path: '/containers/node-run/archive', line: 6 }),
  ],
  events: [
    extract('3f00', 2),
    extract('3f00', 4),
    extract('3f00', 5),
    extract('77aa', 5, 'web'),
    daemonEvent({ action: 'archive-path', actorId: '3f00', line: 6 }),
  ],
});

it('tells what went where, whatever the container was called by', () => {
  expect(copies(timeline).map(({ container, target, line }) => [container, target, line])).toEqual([
    ['node-run', '/app/runapp.js', 2],
    ['node-run', '/app/', 4],
    ['node-run', '/one', 5],
    ['web', '/one', 5],
  ]);
});

it('tells what went into one container', () => {
  expect(copiesInto(timeline, { id: '77aa' })).toEqual([
    { containerId: '77aa', container: 'web', target: '/one', line: 5, atMs: 5 },
  ]);
  expect(copiesInto(timeline, { id: 'other' })).toEqual([]);
});

it('knows a copy without its request, but not where to', () => {
  const events = [extract('3f00', 1)];
  expect(copies(timelineOf({ events }))).toEqual([
    { containerId: '3f00', container: 'node-run', target: '', line: 1, atMs: 1 },
  ]);
});
