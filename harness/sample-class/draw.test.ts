import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawFrom } from './draw.ts';

test('the same seed draws the same, at least 0 and below 1', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const numbers = (draw = drawFrom(seed)) => Array.from({ length: 20 }, draw.number);
      expect(numbers()).toEqual(numbers());
      for (const number of numbers()) expect(number >= 0 && number < 1).toBe(true);
      expect(new Set(numbers()).size).toBe(20);
    }),
  );
});

test('draws every one of a list, about as often', () => {
  const draw = drawFrom(1);
  const counts = new Map<string | undefined, number>();
  for (let time = 0; time < 3000; time += 1) {
    const one = draw.oneOf(['a', 'b', 'c']);
    counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  expect([...counts.keys()].sort()).toEqual(['a', 'b', 'c']);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  expect(draw.oneOf([])).toBeUndefined();
});
