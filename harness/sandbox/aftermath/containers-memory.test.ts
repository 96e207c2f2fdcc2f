import { expect, test } from 'vitest';
import type { CommandRecord } from '../../result.ts';
import { containersMemory, type MemoryFacts, wasKilled } from './containers-memory.ts';

const command = (exitCode: number, output = ''): CommandRecord => ({
  ...{ line: 1, endLine: 1, text: 'docker run x', startedMs: 0, durationMs: 9, endedBy: [] },
  ...{ exitCode, output },
});
const facts = (space: MemoryFacts['space'], some: Partial<MemoryFacts> = {}): MemoryFacts => ({
  ...{ limits: { engineMemoryBytes: 1000 }, space, commands: [], origin: 5000 },
  oomEvents: async () => [],
  ...some,
});
const oomAt = (...times: number[]) => ({ oomEvents: async () => times });
const nothing = { ranOut: false, atMs: undefined };
const somewhen = { ranOut: true, atMs: undefined };

test.each<[name: string, MemoryFacts, Awaited<ReturnType<typeof containersMemory>>]>([
  ['an engine that tells nothing', facts({}, oomAt(70)), nothing],
  ['v1: a container’s own limit', facts({ containersPeak: 500 }, oomAt(70)), nothing],
  ['v1: full of what could go', facts({ containersPeak: 999 }, { commands: [command(1)] }), nothing],
  [
    'v1: full, and a container lost a program',
    facts({ containersPeak: 999 }, oomAt(-3, 70)),
    { ranOut: true, atMs: 70 },
  ],
  [
    'v1: full, and a build’s step did',
    facts({ containersPeak: 999 }, { commands: [command(137)] }),
    somewhen,
  ],
  ['v2: a container’s own limit', facts({ containersPeak: 999, ooms: 0 }, oomAt(70)), nothing],
  ['v2: all of them', facts({ ooms: 1 }, oomAt(70)), { ranOut: true, atMs: 70 }],
  ['v2: all of them, of which no event tells', facts({ ooms: 1 }), somewhen],
  ['one that was ended when nothing got on', facts({ starvedAt: 5300 }), { ranOut: true, atMs: 300 }],
])('%s', async (_name, given, expected) => {
  expect(await containersMemory(given)).toEqual(expected);
});

test('an event that comes late is waited for', async () => {
  const answers = [[], [80]];
  const late = { oomEvents: async () => answers.shift() ?? [] };
  expect(await containersMemory(facts({ containersPeak: 990 }, late))).toEqual({ ranOut: true, atMs: 80 });
});

test.each([
  [command(137), true],
  [command(1, 'ERROR: process "/bin/sh -c node x" did not complete successfully: exit code: 137'), true],
  [command(1, "The command '/bin/sh -c node x' returned a non-zero code: 137"), true],
  [command(1, 'exit code: 1370'), false],
  [command(0), false],
])('ended by SIGKILL: %j', (given, expected) => {
  expect(wasKilled(given)).toBe(expected);
});
