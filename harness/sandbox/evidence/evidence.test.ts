import { describe, expect, it } from 'vitest';
import type { CommandRecord } from '../../result.ts';
import { eventOf, withLines } from './event.ts';
import { jsonLines } from './json-lines.ts';

function command(line: number, startedMs: number, durationMs: number): CommandRecord {
  return { line, endLine: line, text: '', exitCode: 0, startedMs, durationMs, endedBy: [], output: '' };
}

describe('jsonLines', () => {
  it('puts values together across chunks, letters included, and passes over what is no JSON', () => {
    const values: unknown[] = [];
    const listen = jsonLines((value) => values.push(value));
    const bytes = Buffer.from('{"a":"한글"}\nnot json\n{"b":2}\n');
    for (const byte of bytes) listen(Buffer.from([byte]));
    expect(values).toEqual([{ a: '한글' }, { b: 2 }]);
  });
});

describe('events', () => {
  it('tell their time since the replay began', () => {
    const raw = { Type: 'container', Action: 'start', timeNano: 1_700_000_000_250_000_000 };
    expect(eventOf(raw, 1_700_000_000_000)).toMatchObject({ atMs: 250, actorId: '', line: null });
  });

  it('get the line of the command under way, and none between commands', () => {
    const raw = (timeNano: number) => eventOf({ Type: 'container', Action: 'die', timeNano }, 0);
    const lines = withLines([raw(50e6), raw(150e6), raw(250e6)], [command(1, 0, 100), command(2, 200, 100)]);
    expect(lines.map(({ line }) => line)).toEqual([1, null, 2]);
  });
});
