import { describe, expect, it } from 'vitest';
import type { CommandRecord } from '../../result.ts';
import { eventOf, longEvent, withLines } from './event.ts';
import { EventAttributes } from './event-attributes.ts';
import { jsonLines } from './json-lines.ts';

function command(line: number, startedMs: number, durationMs: number): CommandRecord {
  return { line, endLine: line, text: '', exitCode: 0, startedMs, durationMs, endedBy: [], output: '' };
}

describe('jsonLines', () => {
  it('puts values together across chunks, letters included, and passes over what is no JSON', () => {
    const values: unknown[] = [];
    const listen = jsonLines(
      (value) => values.push(value),
      () => undefined,
    );
    const bytes = Buffer.from('{"a":"한글"}\nnot json\n{"b":2}\n');
    for (const byte of bytes) listen(Buffer.from([byte]));
    expect(values).toEqual([{ a: '한글' }, { b: 2 }]);
  });
});

describe('events', () => {
  const raw = (Action: string, Attributes: Record<string, string>) => ({
    ...{ Type: 'container', Action, timeNano: 0, Actor: { ID: 'one', Attributes } },
  });

  it('say what dockerd says, not what labels say: a fact that a label hides is unknown', () => {
    const labels = { exitCode: '0', imageID: 'sha256:forged', note: 'x'.repeat(1e6) };
    const attributes = new EventAttributes();
    const own = { image: 'i', name: 'n' };
    expect(attributes.of(raw('create', { ...labels, ...own }))).toEqual(own);
    expect(attributes.of(raw('die', { ...own, execDuration: '1', ...labels }))).toEqual({
      ...own,
      execDuration: '1',
    });
    expect(new EventAttributes().of(raw('die', { ...own, exitCode: '3' }))).toEqual({
      ...own,
      exitCode: '3',
    });
  });

  it('that are too long to be read are known to have happened', () => {
    const long: string[] = [];
    const listen = jsonLines(
      () => undefined,
      (beginning) => long.push(beginning),
    );
    const event = {
      status: '"Type":"x"',
      Type: 'container',
      Action: 'commit',
      Actor: { ID: 'one', Attributes: { a: 'x'.repeat(3e6) } },
    };
    const bytes = Buffer.from(`${JSON.stringify(event)}\n`);
    for (let at = 0; at < bytes.length; at += 65_536) listen(bytes.subarray(at, at + 65_536));
    expect(long.map(longEvent)).toEqual([
      expect.objectContaining({ Type: 'container', Action: 'commit', Actor: { ID: 'one' } }),
    ]);
  });

  it('tell their time since the replay began', () => {
    const raw = { Type: 'container', Action: 'start', timeNano: 1_700_000_000_250_000_000 };
    expect(eventOf(raw, {}, 1_700_000_000_000)).toMatchObject({ atMs: 250, actorId: '', line: null });
  });

  it('get the line of the command under way, and none between commands', () => {
    const raw = (timeNano: number) => eventOf({ Type: 'container', Action: 'die', timeNano }, {}, 0);
    const lines = withLines([raw(50e6), raw(150e6), raw(250e6)], [command(1, 0, 100), command(2, 200, 100)]);
    expect(lines.map(({ line }) => line)).toEqual([1, null, 2]);
  });
});
