import { expect, test } from 'vitest';
import { editDistance } from './edit-distance.ts';

test.each([
  ['noderun', 'noderun', 0],
  ['noderun', 'nodrun', 1],
  ['noderun', 'node-run', 1],
  ['noderun', 'nodeurn', 1],
  ['noderun', 'noderum', 1],
  ['noderun', '', 7],
  ['', 'web', 3],
])('from %s to %s are %i letters', (from, to, letters) => {
  expect(editDistance(from, to)).toBe(letters);
});
