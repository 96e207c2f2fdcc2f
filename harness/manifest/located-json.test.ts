import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLocated } from './located-json.ts';

const places = (source: string) =>
  parseLocated(source).faults.map(({ line, column, text }) => `${line}:${column}: ${text.en}`);

test('finds where values and keys were written', () => {
  const json = parseLocated('{\n  "a": [1,\n    {"b": 2}],\n  "a한": 3\n}');
  expect(json.faults).toEqual([]);
  expect(json.value).toEqual({ a: [1, { b: 2 }], a한: 3 });
  expect(json.positionOf([])).toEqual({ line: 1, column: 1 });
  expect(json.positionOf(['a'])).toEqual({ line: 2, column: 8 });
  expect(json.positionOf(['a', 1, 'b'])).toEqual({ line: 3, column: 11 });
  expect(json.positionOf(['a', 1], 'b')).toEqual({ line: 3, column: 6 });
  expect(json.positionOf([], 'a한')).toEqual({ line: 4, column: 3 });
});

test('points at the nearest value around one that does not exist', () => {
  expect(parseLocated('{"a": {"b": 1}}').positionOf(['a', 'c', 'd'])).toEqual({ line: 1, column: 7 });
});

test('takes a byte order mark and Windows line ends', () => {
  const json = parseLocated('\uFEFF{\r\n  "a": 1\r\n}');
  expect(json.value).toEqual({ a: 1 });
  expect(json.positionOf(['a'])).toEqual({ line: 2, column: 8 });
});

test.each([
  ['{\n  "a": 1\n  "b": 2\n}', ['3:3: expected `,` after the value before this']],
  ['{\n  "a": 1,\n}', ['3:1: expected a key in double quotes (remove a trailing comma)']],
  ['{ "a" 1 }', ['1:7: expected `:` after the key']],
  [
    '{\n  "a": yes,\n  "b": no\n}',
    [
      '2:8: not a JSON word; put double quotes around a string',
      '3:8: not a JSON word; put double quotes around a string',
    ],
  ],
  ['{ // why\n}', ['1:3: JSON has no comments']],
  ['{ "a": "x\n}', ['1:8: the string is not closed']],
  ['{ "a": [1 }', ['1:11: expected `,` after the value before this']],
  ['{ "a": "\\u12" }', ['1:8: expected four hexadecimal digits after `\\u`']],
  ['', ['1:1: expected a value (remove a trailing comma)']],
  ['{} {}', ['1:4: there is more text after the JSON']],
  ['{ "a": 1.x }', ['1:8: not a valid number']],
  ['{ "a": "\\q" }', ['1:8: not a valid escape after `\\`']],
  ['{ "a": "\t" }', ['1:8: a control character in a string; write `\\n`, `\\t`']],
  ['{ "a": 1', ['1:9: expected a closing `}`']],
  ['[1', ['1:3: expected a closing `]`']],
])('%j', (source, expected) => {
  expect(places(source)).toEqual(expected);
});

test('a key given twice is a mistake, at any depth', () => {
  expect(places('{\n  "a": { "b": 1, "b": 2 },\n  "a": 3\n}')).toEqual([
    '2:18: `b` is given twice; keep one.',
    '3:3: `a` is given twice; keep one.',
  ]);
});

test('whatever is written, it is a value or a list of mistakes, as JSON.parse sees it', () => {
  const tokens = [
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '01',
    '-',
    '1e',
    'null',
    'nul',
    ' ',
    '\n',
    '//x',
    '\\',
    '\v',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 7 }), (parts) => {
      const source = parts.join('');
      const { faults } = parseLocated(source);
      if (faults.some(({ text }) => text.en.includes('given twice'))) return;
      if (faults.length === 0) expect(() => JSON.parse(source)).not.toThrow();
      else expect(() => JSON.parse(source)).toThrow();
    }),
    { numRuns: 500 },
  );
});
