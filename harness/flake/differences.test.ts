import { expect, test } from 'vitest';
import { differences } from './differences.ts';
import { draw } from './draw.ts';
import { stabilityExitCode, stabilityReport } from './stability-report.ts';

const pair = (alone: Record<string, string> | null, among: Record<string, string> | null) => ({
  ...{ assignment: 'build', case: 'mutants/late', alone, among },
});

test('tells each check whose verdict differs, and one that is missing', () => {
  const alone = { runs: 'passed - -', http: 'passed - -', outcome: 'graded 100' };
  expect(differences([pair(alone, { ...alone })])).toEqual([]);
  expect(differences([pair(alone, { runs: 'failed late 3', outcome: 'graded 100' })])).toEqual([
    '✗ build mutants/late: runs: alone passed - -, among many failed late 3',
    '✗ build mutants/late: http: alone passed - -, among many absent',
  ]);
});

test('a run that the machine failed differs from nothing', () => {
  expect(differences([pair(null, { outcome: 'graded 0' }), pair({ outcome: 'graded 0' }, null)])).toEqual([]);
});

test('draws the same for a seed, others for another, each once before any comes again', () => {
  const items = Array.from({ length: 20 }, (_item, index) => index);
  expect(draw(items, 12, 7)).toEqual(draw(items, 12, 7));
  expect(draw(items, 12, 7)).not.toEqual(draw(items, 12, 8));
  const many = draw(items, 45, 7);
  expect(many).toHaveLength(45);
  for (const from of [0, 20]) expect(new Set(many.slice(from, from + 20)).size).toBe(20);
  expect(draw([], 3, 7)).toEqual([]);
});

test('proves nothing while something is missing, and fails as soon as something differs', () => {
  const found = { compared: 3, differing: [], missing: 0, wallMs: { alone: 61_000, among: 20_000 } };
  expect(stabilityExitCode(found)).toBe(0);
  expect(stabilityExitCode({ ...found, missing: 1 })).toBe(3);
  expect(stabilityExitCode({ ...found, compared: 0 })).toBe(3);
  expect(stabilityExitCode({ ...found, missing: 1, differing: ['✗ build solution: runs'] })).toBe(1);
  expect(stabilityReport({ ...found, differing: ['✗ build solution: runs'] }, 8)).toBe(
    [
      '✗ build solution: runs',
      '1 verdicts of checks differ in 3 submissions; 0 are still missing',
      'this session: one at a time 61 s, 8 at a time 20 s',
    ].join('\n'),
  );
});
