import { expect, it } from 'vitest';
import { programName } from './first-process.ts';

it.each([
  ['tini', 'tini'],
  ['/sbin/tini', 'tini'],
  [' /sbin/tini -- node runapp.js\n', 'tini'],
  ['node /app/runapp.js', 'node'],
  ['', ''],
])('the name of the program in %j is %j', (written, name) => {
  expect(programName(written)).toBe(name);
});
