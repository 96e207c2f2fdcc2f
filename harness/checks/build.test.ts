import { describe, expect, it } from 'vitest';
import { buildsOn, originOf } from './build.ts';
import { apiCall, daemonEvent, timelineOf } from './records.test-support.ts';

const image = { id: 'sha256:a', tags: ['noderun:1.0'] };
const given = { 'node:20-alpine3.17': { id: 'sha256:base' } };
const tag = daemonEvent({ type: 'image', action: 'tag', actorId: image.id, line: 4 });
const build = apiCall({ path: '/build', status: 200, line: 2 });

describe('originOf', () => {
  it('knows an image that was only given another name', () => {
    const timeline = timelineOf({ calls: [build], events: [{ ...tag, actorId: 'sha256:base' }] });
    expect(originOf({ id: 'sha256:base', tags: [] }, timeline, given)).toEqual({ how: 'tag', line: 4 });
  });

  it.each([
    ['/build', 200],
    ['/session', 101],
    ['/grpc', 101],
  ])('takes POST %s for a build, and blames the line that named the image', (path, status) => {
    const calls = [apiCall({ path, status, line: 2 })];
    expect(originOf(image, timelineOf({ calls, events: [tag] }), given)).toEqual({ how: 'build', line: 4 });
    expect(originOf(image, timelineOf({ calls }), given)).toEqual({ how: 'build', line: 2 });
  });

  it('does not take a build that was refused or turned down for one', () => {
    const calls = [
      apiCall({ path: '/build', status: 403, refused: true }),
      apiCall({ path: '/build', status: 500 }),
      apiCall({ path: '/grpc', status: null }),
    ];
    const timeline = timelineOf({ calls, events: [tag] });
    expect(originOf(image, timeline, given)).toEqual({ how: 'unknown', line: 4 });
  });

  it.each([
    ['commit', { action: 'commit', actorId: 'c', attributes: { imageID: image.id } }],
    ['import', { type: 'image', action: 'import', actorId: image.id }],
    ['load', { type: 'image', action: 'load', actorId: image.id }],
    ['pull', { type: 'image', action: 'pull', actorId: 'noderun:1.0' }],
  ])('knows %s, though there was a build as well', (how, event) => {
    const timeline = timelineOf({ calls: [build], events: [daemonEvent({ ...event, line: 7 }), tag] });
    expect(originOf(image, timeline, given)).toEqual({ how, line: 7 });
  });

  it('does not mind other images that were committed, loaded or pulled', () => {
    const events = [
      daemonEvent({ action: 'commit', attributes: { imageID: 'sha256:b' } }),
      daemonEvent({ type: 'image', action: 'load', actorId: 'sha256:b' }),
      daemonEvent({ type: 'image', action: 'pull', actorId: 'alpine:3' }),
    ];
    expect(originOf(image, timelineOf({ calls: [build], events }), given).how).toBe('build');
  });
});

describe('buildsOn', () => {
  it('wants all layers of the base, in order, at the bottom', () => {
    const base = { layers: ['a', 'b'] };
    expect(buildsOn({ layers: ['a', 'b', 'c'] }, base)).toBe(true);
    expect(buildsOn({ layers: ['b', 'a', 'c'] }, base)).toBe(false);
    expect(buildsOn({ layers: ['a'] }, base)).toBe(false);
    expect(buildsOn({ layers: ['a'] }, { layers: [] })).toBe(false);
  });
});
