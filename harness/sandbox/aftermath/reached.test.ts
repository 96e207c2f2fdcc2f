import { describe, expect, test } from 'vitest';
import type { CommandRecord } from '../../result.ts';
import { defaultLimits, limitsOf } from '../limits.ts';
import { limitText } from './limit-texts.ts';
import { type Facts, reachedLimits } from './reached.ts';
import { readSpace } from './space.ts';

const command = (line: number, text: string, output: string, exitCode = 1): CommandRecord => ({
  ...{ line, endLine: line, text, output, exitCode, startedMs: line * 100, durationMs: 90, endedBy: [] },
});
const calm = { oomKilled: false, oomAtMs: undefined, pids: 9 };
const roomy = { bytes: 0.5, inodes: 0.1 };
const facts = (some: Partial<Facts>): Facts => ({
  ...{ limits: defaultLimits, commands: [], calls: [], bench: calm, engine: calm },
  ...{ space: { engine: roomy, workspace: roomy } },
  ...some,
});
const full = { bytes: 1, inodes: 0.1 };
const says = (line: number, text: string) => command(line, text, 'dd: No space left on device\n');

describe('reachedLimits', () => {
  test.each<[name: string, some: Partial<Facts>, reached: [string, number | null][]]>([
    ['nothing', {}, []],
    [
      'the line under way when memory ran out',
      { commands: [command(1, 'a', ''), command(2, 'b', '')], bench: { ...calm, oomAtMs: 260 } },
      [['benchMemory', 2]],
    ],
    [
      'no line when the moment is not known',
      { engine: { ...calm, oomKilled: true } },
      [['engineMemory', null]],
    ],
    [
      'the terminal, when its shell says so',
      { commands: [command(4, 'x', 'bash: fork: retry: Resource temporarily unavailable')] },
      [['benchPids', 4]],
    ],
    ['the containers, when they are so many', { engine: { ...calm, pids: 1500 } }, [['enginePids', null]]],
    [
      'each disk with a line of its own',
      { commands: [says(2, 'cp a b'), says(5, 'docker build .')], space: { engine: full, workspace: full } },
      [
        ['engineDisk', 5],
        ['workspaceBytes', 2],
      ],
    ],
    [
      'no line of another disk',
      { commands: [says(2, 'cp a b')], space: { engine: full, workspace: roomy } },
      [['engineDisk', null]],
    ],
    [
      'docker’s line, when it wrote into the working folder alone',
      { commands: [says(3, 'docker export web > web.tar')], space: { engine: roomy, workspace: full } },
      [['workspaceBytes', 3]],
    ],
    ['some disk, when none is full any more', { commands: [says(2, 'cp a b')] }, [['someDisk', 2]]],
  ])('tells %s', (_name, some, reached) => {
    expect(reachedLimits(facts(some)).map(({ kind, line }) => [kind, line])).toEqual(reached);
  });
});

test('readSpace reads df, and takes what it cannot read for empty', () => {
  const df =
    'Mounted on 1B-blocks Used Inodes IUsed\n/var/lib/docker 200 100 10 1\n/workspace 100 100 20 5\n';
  expect(readSpace(df)).toEqual({
    engine: { bytes: 0.5, inodes: 0.1 },
    workspace: { bytes: 1, inodes: 0.25 },
  });
  expect(readSpace(`${df}memory.peak 4096\npids.current 12\n`)).toMatchObject({ memoryPeak: 4096, pids: 12 });
  expect(readSpace(`${df}containers 77\noom 0\noom 2\nstarved 1795730756552\n`)).toMatchObject({
    ...{ containersPeak: 77, ooms: 2, starvedAt: 1795730756552 },
  });
  expect(readSpace('unknown verb')).toEqual({
    engine: { bytes: 0, inodes: 0 },
    workspace: { bytes: 0, inodes: 0 },
  });
});

test('a limit is told with its size, and with its line where there is one', () => {
  expect(limitText('engineDisk', defaultLimits, 3).en).toMatch(/^Line 3: images.* 2 GiB of disk/);
  expect(limitText('benchMemory', defaultLimits, null).en).toMatch(/^The programs .* 1 GiB of memory/);
  expect(limitText('someDisk', defaultLimits, 3).en).toMatch(
    /, 64 MiB for `\/tmp` and 384 MiB for the home folder/,
  );
  expect(limitText('workspaceInodes', defaultLimits, 3).ko).toMatch(/^3번째 줄에서 .*20000개/);
});

test('the data-root leaves the engine a third of its memory', () => {
  expect(limitsOf({ engineMemoryBytes: 300 }).engineDiskBytes).toBe(200);
  expect(limitsOf().engineDiskBytes).toBe(defaultLimits.engineDiskBytes);
});
