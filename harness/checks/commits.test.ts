import { expect, it } from 'vitest';
import { commitOf, commits } from './commits.ts';
import { daemonEvent, timelineOf } from './records.test-support.ts';

const commit = (line: number, attributes: Record<string, string>) =>
  daemonEvent({ action: 'commit', actorId: 'c', attributes: { name: 'node-run', ...attributes }, line });

it('finds the commit that made an image', () => {
  const timeline = timelineOf({
    events: [
      daemonEvent({ action: 'pause', actorId: 'c', line: 4 }),
      commit(4, { imageID: 'sha256:a' }),
      commit(6, { imageID: 'sha256:b' }),
    ],
  });
  expect(commits(timeline).map(({ line }) => line)).toEqual([4, 6]);
  expect(commitOf(timeline, { id: 'sha256:a' })).toEqual({
    containerId: 'c',
    container: 'node-run',
    imageId: 'sha256:a',
    line: 4,
    atMs: 0,
  });
  expect(commitOf(timeline, { id: 'sha256:x' })).toBeUndefined();
});

it('takes no commit whose image is hidden for the one that made an image', () => {
  const timeline = timelineOf({ events: [commit(3, {})] });
  expect(commits(timeline)).toHaveLength(1);
  expect(commitOf(timeline, { id: 'sha256:a' })).toBeUndefined();
});
