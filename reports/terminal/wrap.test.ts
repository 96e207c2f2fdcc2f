import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, piecesOf, printed } from './piece.ts';
import { cut, wrap } from './wrap.ts';

const lines = (text: string, columns: number) =>
  wrap(piecesOf(text, false), columns).map((line) => printed(line, false));

test('breaks at spaces, by columns and not by letters', () => {
  expect(lines('컨테이너가 실행 중이 아닙니다', 14)).toEqual(['컨테이너가', '실행 중이', '아닙니다']);
});

test('keeps a code span whole with what sticks to it, as long as it fits', () => {
  expect(lines('look at `docker logs web`, then', 18)).toEqual(['look at', '`docker logs web`,', 'then']);
  expect(lines('see (`docker ps -a`) now', 12)).toEqual(['see', '(`docker ps', '-a`) now']);
});

test('breaks a word that is longer than a line, and keeps newlines and letters of several code points', () => {
  expect(lines('abcdefgh\n\nij', 5)).toEqual(['abcde', 'fgh', '', 'ij']);
  expect(lines('👩‍💻👩‍💻👩‍💻', 4)).toEqual(['👩‍💻👩‍💻', '👩‍💻']);
});

test('whatever the text, no line is too long and nothing but white space is lost', () => {
  const text = fc.array(
    fc.constantFrom('a', '한', ' ', '  ', '`', '`x y`', '👩‍💻', '\n', 'word', '(', 'e\u0301'),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(text, fc.integer({ min: 2, max: 30 }), (parts, columns) => {
      const pieces = piecesOf(parts.join(''), false);
      const wrapped = wrap(pieces, columns);
      for (const line of wrapped) expect(columnsOf(line)).toBeLessThanOrEqual(columns + 1);
      for (const line of wrapped)
        expect(columnsOf([{ text: printed(line, false), role: 'text' }])).toBeLessThanOrEqual(columns);
      const solid = (all: string) => all.replaceAll(/\s+/g, '');
      expect(solid(wrapped.map((line) => printed(line, false)).join(''))).toBe(solid(parts.join('')));
    }),
    { numRuns: 500 },
  );
});

test('cuts to the columns and shows that it did', () => {
  const cutTo = (text: string, columns: number) => printed(cut(piecesOf(text, false), columns), false);
  expect(cutTo('한글 글자', 9)).toBe('한글 글자');
  expect(cutTo('한글 글자', 8)).toBe('한글 글…');
  expect(cutTo('한글 글자', 7)).toBe('한글 …');
});
