import { expect, test } from 'vitest';
import { refuseNothing } from './nothing-found.ts';

const empty = { submissions: [], troubles: [], absent: [], unknown: [] };
const reason = { code: 'EMPTY', message: { ko: '', en: '' }, fault: 'student' } as const;

test('a folder with nothing in it, and a roster that fits nobody, are refused with what to do', () => {
  const unknown = ['a', 'b', 'c', 'd'].map((path) => ({ path }));
  expect(() => refuseNothing(empty, 'class')).toThrow('There is nothing to grade in `class`.');
  expect(() => refuseNothing({ ...empty, unknown }, 'class')).toThrow(
    'Of what is in `class` nothing belongs to anybody (4): `a`, `b`, `c`, …',
  );
});

test('trouble alone is something to tell of', () => {
  expect(() => refuseNothing({ ...empty, troubles: [{ source: 'x', reason }] }, 'class')).not.toThrow();
});
