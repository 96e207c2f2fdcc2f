import { expect, test } from 'vitest';
import { textWidth } from '../../reports/text-width/index.ts';
import type { Grid } from '../verify/index.ts';
import { gridTable, killTable } from './grid-table.ts';

const look = { locale: 'en', columns: 80 } as const;
const passed = Array.from({ length: 10 }, () => 'passed' as const);
const grid: Grid = {
  checks: passed.map((_status, index) => ({ id: `check-${index + 1}`, points: 10 })),
  rows: [
    { name: 'solution', kind: 'solution', statuses: passed, score: 100 },
    { name: 'mutants/slip', kind: 'mutant', statuses: ['failed', 'blocked', ...passed.slice(2)], score: 80 },
    { name: 'mutants/crash', kind: 'mutant', statuses: ['error', ...passed.slice(1)], score: null },
    { name: 'empty', kind: 'empty', statuses: [], score: 0 },
  ],
};

test('a column for each check, its number above it, and a flag where a case is not as promised', () => {
  expect(gridTable(grid, new Set(['mutants/crash']), look).split('\n')).toEqual([
    '                              1',
    '            1 2 3 4 5 6 7 8 9 0  score',
    '  solution  · · · · · · · · · ·    100',
    '  slip      ✗ – · · · · · · · ·     80',
    '✗ crash     ! · · · · · · · · ·      !',
    '  empty                              0',
  ]);
});

test('the failed checks by name where the matrix is wider than the terminal', () => {
  const narrow = gridTable(grid, new Set(), { ...look, columns: 37 });
  expect(narrow.split('\n')).toEqual([
    '  solution   100',
    '  slip        80  check-1',
    '  crash        !  check-1',
    '  empty        0',
  ]);
});

test('the kill rate of each check', () => {
  const [head, first, second] = killTable(grid, 'en').split('\n');
  expect(head?.trim().split(/ {2,}/)).toEqual(['check', 'points', 'failed by']);
  expect(first?.trim().split(/ {2,}/)).toEqual(['1', 'check-1', '10', '1 / 2 (50 %)']);
  expect(second).toContain('0 / 2 (0 %)');
});

test('eighty columns hold twenty checks and names of thirty letters', () => {
  const checks = Array.from({ length: 20 }, (_, index) => ({ id: `c${index}`, points: 5 }));
  const name = `mutants/${'n'.repeat(30)}`;
  const statuses = checks.map(() => 'passed' as const);
  const table = gridTable(
    { checks, rows: [{ name, kind: 'mutant', statuses, score: 100 }] },
    new Set(),
    look,
  );
  expect(table).toContain('· · ·');
  expect(Math.max(...table.split('\n').map(textWidth))).toBeLessThanOrEqual(80);
});
