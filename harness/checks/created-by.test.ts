import { expect, test } from 'vitest';
import { createdBy } from './created-by.ts';
import { apiCall, daemonEvent, timelineOf } from './records.test-support.ts';

const create = (id: number, startedMs: number, name?: string, status = 201) =>
  apiCall({ id, startedMs, durationMs: 10, path: '/containers/create', query: name ? { name } : {}, status });
const born = (actorId: string, atMs: number, name: string) =>
  daemonEvent({ actorId, atMs, attributes: { name } });

const timeline = timelineOf({
  calls: [
    create(1, 100, 'web', 409),
    create(2, 101, 'other'),
    create(3, 100, 'web'),
    create(4, 200),
    create(5, 203, 'web'),
  ],
  events: [born('a', 105, 'web'), born('b', 205, 'eager_euler')],
});

test('is the request of that time and name, or of that time alone where none was given', () => {
  expect(createdBy(timeline, { id: 'a' })?.id).toBe(3);
  expect(createdBy(timeline, { id: 'b' })?.id).toBe(4);
});

test('is nothing for a container that no record knows', () => {
  expect(createdBy(timeline, { id: 'c' })).toBeUndefined();
  expect(createdBy(timelineOf({ events: [born('a', 1, 'web')] }), { id: 'a' })).toBeUndefined();
});
