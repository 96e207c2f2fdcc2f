import { beforeAll, describe, expect, test } from 'vitest';
import { endlessRemarks, endlessShapes } from './endless-shapes.test-support.ts';
import { innerShapes } from './inner-shapes.test-support.ts';
import { jobShapes } from './job-shapes.test-support.ts';
import { type Seen, type Shape, seenOf } from './seen-shapes.test-support.ts';
import { silentShapes } from './silent-shapes.test-support.ts';
import { terminalShapes } from './terminal-shapes.test-support.ts';

describe.each<[theme: string, shapes: Shape[], left: string[], remarked: (string | RegExp)[]]>([
  ['typed as in a terminal', terminalShapes, [], []],
  ['ended as a person would', endlessShapes, ['box running', 'web running'], endlessRemarks],
  ['a program of one’s own that says nothing', silentShapes, [], []],
  ['beside a job, or with a slip', jobShapes, ['box running'], []],
  ['typed into a container’s own shell', innerShapes, ['box running', 'made exited'], []],
])('%s', (_theme, shapes, left, remarked) => {
  let replayed: Awaited<ReturnType<typeof seenOf>>;
  beforeAll(async () => {
    replayed = await seenOf(shapes);
  }, 200_000);

  test.each(shapes)('$name', ({ name, codes, keys = [], shows = '', calls = [], events = [] }) => {
    const found = replayed.seen.get(name) as Seen;
    expect(found).toMatchObject({ codes, keys });
    if (typeof shows === 'string') expect(found.shown).toContain(shows);
    else expect(found.shown).toMatch(shows);
    expect(found.calls).toEqual(expect.arrayContaining(calls));
    expect(found.events).toEqual(expect.arrayContaining(events));
  });

  test('the script came to its end, and the daemon holds what was left running', () => {
    expect(replayed.exit).toEqual({ kind: 'end', code: 0 });
    expect(replayed.containers.map(({ name, state }) => `${name} ${state}`).sort()).toEqual(left);
  });

  test('every command that was ended is remarked with its line', () => {
    const ended = replayed.evidence.commands.filter(
      ({ endedBy, exitCode }) => endedBy.length > 0 && exitCode !== null,
    );
    const lines = replayed.evidence.remarks.map(({ line }) => line);
    for (const { line } of ended) expect(lines).toContain(line);
    for (const said of remarked) {
      expect(replayed.evidence.remarks.map(({ text }) => text.en).join('\n')).toMatch(said);
    }
  });
});
