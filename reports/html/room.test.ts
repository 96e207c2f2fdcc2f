import { expect, test } from 'vitest';
import { largeClass } from '../testing/large-class.ts';
import { detail } from './detail.ts';
import { packedToFit, rooms } from './room.ts';

const [largest] = rooms;
const [result] = largeClass(1);

test('a class that fits is shown as it is', () => {
  expect(packedToFit(['a', 'b'], (row, room) => row + room.transcript)).toEqual(['a8000', 'b8000']);
  expect(packedToFit([], () => 'x')).toEqual([]);
});

test('of a class that does not, less evidence is shown of everybody, and nobody is left out', () => {
  const rows = Array.from({ length: 1000 }, (_, index) => index);
  const packed = packedToFit(rows, (_, { transcript }) => 'x'.repeat(transcript));
  expect(packed).toHaveLength(1000);
  expect(new Set(packed.map(({ length }) => length))).toEqual(new Set([4000]));
  const endless = packedToFit(rows.slice(0, 10), (_, { marks }) => 'x'.repeat(marks * 1_000_000));
  expect(endless.map(({ length }) => length)).toEqual(rows.slice(0, 10).map(() => 8_000_000));
});

test('a smaller room shows the same checks, less evidence, and that some is left out', () => {
  if (result === undefined) throw new TypeError('the class is empty');
  const texts = rooms.map((room) => detail(result, room).text);
  const lengths = texts.map(({ length }) => length);
  expect(lengths).toEqual(lengths.toSorted((one, other) => other - one));
  for (const text of texts) {
    expect(text.match(/<li class="(?:passed|failed|blocked)">/g)).toHaveLength(result.checks.length);
  }
  expect(texts.at(-1)).toMatch(/<h4>.*Timeline<\/span> <small>.*left out/);
  expect(detail(result, largest).text).not.toMatch(/Timeline<\/span> <small>/);
});
