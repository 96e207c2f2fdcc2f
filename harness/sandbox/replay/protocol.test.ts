import { describe, expect, test } from 'vitest';
import { MarkReader } from './protocol.ts';

const mark = '\x1b]9;n0;3;17.25;4;2:91\x07';
const prompt = { kind: 'prompt', code: 3, stamp: '17.25', turn: '4', jobs: 2 };

function read(...chunks: (string | Buffer)[]) {
  const reader = new MarkReader('n0');
  return chunks.flatMap((chunk) => reader.read(Buffer.from(chunk)));
}

describe('MarkReader', () => {
  test('tells marks from output', () => {
    expect(read(`a\r\n${mark}`)).toEqual([{ kind: 'output', text: 'a\n' }, prompt]);
    expect(read('\x1b]9;n0;more\x07\x1b]9;n0;exit;137\x07')).toEqual([
      { kind: 'more' },
      { kind: 'exit', code: 137 },
    ]);
  });

  test('puts a mark together from any two chunks', () => {
    const all = `before${mark}after`;
    for (let at = 0; at <= all.length; at++) {
      const signals = read(all.slice(0, at), all.slice(at));
      const output = signals.map((signal) => (signal.kind === 'output' ? signal.text : '|')).join('');
      expect(output).toBe('before|after');
      expect(signals).toContainEqual(prompt);
    }
  });

  test('puts a character together from two chunks', () => {
    const letter = Buffer.from('가');
    expect(read(letter.subarray(0, 1), letter.subarray(1))).toEqual([{ kind: 'output', text: '가' }]);
  });

  test.each([
    ['a colour', '\x1b[31mred\x1b[0m'],
    ['an open escape at the end', 'x\x1b[3'],
    ['a title of another program', '\x1b]9;other;0;1;\x07'],
    ['the prompt as it is written', '\\[\x1b]9;prompt;$?;$EPOCHREALTIME\x07\\]'],
  ])('gives %s at once, as output', (_name, text) => {
    expect(read(text)).toEqual([{ kind: 'output', text }]);
  });

  test('hides the nonce when a script prints it', () => {
    expect(read('PS1=n0;$?')).toEqual([{ kind: 'output', text: 'PS1=prompt;$?' }]);
  });

  test('takes the prompt of a nested dash, which shows the brackets', () => {
    const dash = '\\[\x1b]9;n0;3;17.25;4;\\j:91\x07\\]';
    const [before, after] = [dash.slice(0, -9), dash.slice(-9)];
    for (const chunks of [[dash], [before, after]]) {
      expect(read(...chunks)).toEqual([{ ...prompt, jobs: undefined }]);
    }
  });
});
