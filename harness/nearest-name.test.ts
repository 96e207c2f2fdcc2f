import { expect, test } from 'vitest';
import { nearestName } from './nearest-name.ts';

const known = ['commandMs', 'scriptMs', 'title', 'id'];

test.each([
  ['commandMS', 'commandMs'],
  ['comandMs', 'commandMs'],
  ['tilte', 'title'],
  ['ittle', 'title'],
  ['elt', undefined],
  ['titles', 'title'],
  ['titl', 'title'],
  ['ib', 'id'],
  ['colour', undefined],
  ['', undefined],
])('%s means %s', (typed, meant) => {
  expect(nearestName(typed, known)).toBe(meant);
});
