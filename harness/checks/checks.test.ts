import { describe, expect, it } from 'vitest';
import { nodeScriptOf, sameText, startCommandOf } from './index.ts';

describe('startCommandOf', () => {
  it.each([
    [['/sbin/tini', '--'], ['node', 'runapp.js'], true, ['node', 'runapp.js']],
    [['tini', '-g', '-e', '143', '--'], ['node', 'runapp.js'], true, ['node', 'runapp.js']],
    [['/sbin/tini', '--', 'node', '/app/runapp.js'], [], true, ['node', '/app/runapp.js']],
    [['/sbin/tini', '--'], ['/bin/sh', '-c', 'exec node runapp.js'], true, ['node', 'runapp.js']],
    [['docker-entrypoint.sh'], ['node', 'runapp.js'], false, ['node', 'runapp.js']],
    [['/sbin/tini', '--', 'docker-entrypoint.sh'], ['node', 'runapp.js'], true, ['node', 'runapp.js']],
    [['tini', '--', '/usr/local/bin/docker-entrypoint.sh'], ['node', 'a.js'], true, ['node', 'a.js']],
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
