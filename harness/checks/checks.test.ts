import { describe, expect, it } from 'vitest';
import type { Image } from '../docker/index.ts';
import type { ApiCall, DaemonEvent } from '../result.ts';
import { Timeline } from '../timeline/index.ts';
import { buildsOn, nodeScriptOf, originOf, sameText, startCommandOf } from './index.ts';

const origin = Date.parse('2026-01-01T00:00:00Z');
const image = { id: 'sha256:1', created: '2026-01-01T00:00:05Z' } as Image;

function timeline(calls: Partial<ApiCall>[], events: Partial<DaemonEvent>[] = []): Timeline {
  return new Timeline({ commands: [], calls: calls as ApiCall[], events: events as DaemonEvent[] }, origin);
}

function post(path: string, startedMs: number, durationMs: number): Partial<ApiCall> {
  return { method: 'POST', path, startedMs, durationMs, refused: false, line: 3 };
}

describe('originOf', () => {
  it('takes an image made within a build call for built, on its line', () => {
    expect(originOf(image, timeline([post('/session', 4000, 2000)]))).toEqual({ how: 'build', line: 3 });
    expect(originOf(image, timeline([post('/build', 4000, 2000)]))).toEqual({ how: 'build', line: 3 });
  });

  it('does not take an older image for built because something else was built', () => {
    expect(originOf(image, timeline([post('/session', 60_000, 2000)]))).toEqual({
      how: 'unknown',
      line: null,
    });
  });

  it('sees a commit, a load and an import by their events, whatever was built meanwhile', () => {
    const calls = [post('/session', 4000, 2000)];
    const commit = {
      type: 'container',
      action: 'commit',
      actorId: 'c',
      attributes: { imageID: image.id },
      line: 7,
    };
    expect(originOf(image, timeline(calls, [commit]))).toEqual({ how: 'commit', line: 7 });
    for (const action of ['load', 'import'] as const) {
      const event = { type: 'image', action, actorId: image.id, attributes: {}, line: 8 };
      expect(originOf(image, timeline(calls, [event]))).toEqual({ how: action, line: 8 });
    }
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

describe('startCommandOf', () => {
  it.each([
    [['/sbin/tini', '--'], ['node', 'runapp.js'], true, ['node', 'runapp.js']],
    [['tini', '-g', '-e', '143', '--'], ['node', 'runapp.js'], true, ['node', 'runapp.js']],
    [['/sbin/tini', '--', 'node', '/app/runapp.js'], [], true, ['node', '/app/runapp.js']],
    [['/sbin/tini', '--'], ['/bin/sh', '-c', 'exec node runapp.js'], true, ['node', 'runapp.js']],
    [['docker-entrypoint.sh'], ['node', 'runapp.js'], false, ['node', 'runapp.js']],
    [[], ['tini', '--', 'node', 'runapp.js'], false, ['tini', '--', 'node', 'runapp.js']],
  ])('takes %j with %j apart', (entrypoint, cmd, tini, program) => {
    expect(startCommandOf({ entrypoint, cmd })).toEqual({ all: [...entrypoint, ...cmd], tini, program });
  });
});

describe('nodeScriptOf', () => {
  const script = (program: string[], workingDir = '/app') =>
    nodeScriptOf({ all: program, tini: true, program }, workingDir);
  it('finds the file that node runs, from the working folder', () => {
    expect(script(['node', 'runapp.js'])).toBe('/app/runapp.js');
    expect(script(['/usr/local/bin/node', '--trace-warnings', './src/../runapp.js'])).toBe('/app/runapp.js');
    expect(script(['node', 'runapp.js'], '')).toBe('/runapp.js');
  });

  it('finds none where node runs none', () => {
    expect(script(['node'])).toBeUndefined();
    expect(script(['npm', 'start'])).toBeUndefined();
  });
});

describe('sameText', () => {
  it('passes over line ends and a byte order mark, and nothing else', () => {
    expect(sameText(Buffer.from('\uFEFFa\r\nb\r\n'), Buffer.from('a\nb'))).toBe(true);
    expect(sameText(Buffer.from('a\nb'), Buffer.from('a\nc'))).toBe(false);
  });
});
