import { expect, it } from 'vitest';
import { importedImages, importOf } from './imported.ts';
import { apiCall, daemonEvent, timelineOf } from './records.test-support.ts';

const image = { type: 'image', actorId: 'sha256:a' };
const create = { path: '/images/create' };
const timeline = timelineOf({
  calls: [
    apiCall({ ...create, startedMs: 10, query: { fromSrc: '-', repo: 'node-run:3.0' } }),
    apiCall({ ...create, startedMs: 30, query: { fromSrc: '-', changes: 'CMD ["node"]' } }),
    apiCall({ ...create, startedMs: 31, query: { fromImage: 'alpine' } }),
    apiCall({ ...create, startedMs: 32, query: { fromSrc: '-', changes: 'no' }, refused: true }),
  ],
  events: [
    daemonEvent({ ...image, action: 'tag', attributes: { name: 'node-run:3.0' }, atMs: 19, line: 2 }),
    daemonEvent({ ...image, action: 'import', atMs: 20, line: 2 }),
    daemonEvent({ ...image, action: 'import', actorId: 'sha256:b', atMs: 40, line: 5 }),
    daemonEvent({ ...image, action: 'tag', attributes: { name: 'later:1' }, atMs: 50, line: 6 }),
  ],
});

it('tells what was imported, how it was changed, and what it was called', () => {
  expect(importedImages(timeline)).toEqual([
    { id: 'sha256:a', tags: ['node-run:3.0', 'later:1'], changes: '', line: 2 },
    { id: 'sha256:b', tags: [], changes: 'CMD ["node"]', line: 5 },
  ]);
});

it('finds the import of an image, where there was one', () => {
  expect(importOf({ id: 'sha256:b' }, timeline)?.line).toBe(5);
  expect(importOf({ id: 'sha256:c' }, timeline)).toBeUndefined();
});
