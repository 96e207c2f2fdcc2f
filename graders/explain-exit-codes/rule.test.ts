import { expect, it } from 'vitest';
import { outcomeOf } from './rule.ts';

it.each([
  [137, 137],
  ['137', 137],
  ['128 + 9', 137],
  ['128+s', 130],
  [' s + 128 ', 130],
  ['h', 42],
  ['128 + 9 - s', 135],
  ['- 1', -1],
  ['running', 'running'],
  ['Running', 'running'],
  ['S + 128', 130],
  ['n', undefined],
  ['128 9', undefined],
  ['128 * 2', undefined],
  ['', undefined],
])('%j is worked out to %j', (rule, outcome) => {
  expect(outcomeOf(rule, { s: 2, h: 42 })).toBe(outcome);
});
