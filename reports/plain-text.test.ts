import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainLine, plainText } from './plain-text.ts';

test.each([
  ['\u001b[31mred\u001b[0m', 'red'],
  ['\u001b]8;;http://x\u0007link\u001b]8;;\u0007', 'link'],
  ['a\0b\u0008c\u009bd', 'abcd'],
  ['one\r\ntwo\rthree\ttab', 'one\ntwo\nthree\ttab'],
  ['\u202egnp.exe\u2066', 'gnp.exe'],
  ['\ud800x\udc00', '\ufffdx\ufffd'],
  ['::stop-commands::x\n  ::add-mask::y', '\u200b::stop-commands::x\n\u200b  ::add-mask::y'],
  ['a ##[set-output name=b]c # [d] e::f', 'a ##\u200b[set-output name=b]c # [d] e::f'],
  ['한글 👩‍💻 é', '한글 👩‍💻 é'],
])('%j becomes %j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test('whatever comes in, what goes out fits XML 1.0 and obeys no terminal', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(plainText(text)).toMatch(
        /^[\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u,
      );
    }),
    { numRuns: 1000 },
  );
});

test('a line has no newline and an end', () => {
  expect(plainLine(' a\n\tb  c ')).toBe('a b c');
  expect(plainLine('abcdef', 4)).toBe('abc…');
  expect(plainLine('abcd', 4)).toBe('abcd');
  expect(plainLine('👩👩👩', 4)).toBe('👩…');
  expect(plainLine(`${' '.repeat(100)}word`, 4)).toBe('…');
});
