import { expect, test } from 'vitest';
import { passedCheck } from '../testing/nasty-checks.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { blamedCommand, rootCauses } from './culprit.ts';

const blocked = { status: 'blocked', points: 0 } as const;

test('the blamed command is the one that spans the line', () => {
  const [result = plainResult()] = nastyResults();
  expect(blamedCommand(result, passedCheck({ line: 8 }))?.line).toBe(7);
  expect(blamedCommand(result, passedCheck({ line: 5 }))).toBeUndefined();
  expect(blamedCommand(result, passedCheck({ line: null }))).toBeUndefined();
});

test('root causes are followed through what is itself blocked, once each, in the order of the checks', () => {
  const last = passedCheck({ ...blocked, id: 'last', needs: ['middle', 'broken', 'fine'] });
  const checks = [
    passedCheck({ id: 'fine' }),
    passedCheck({ id: 'root', status: 'failed', points: 0 }),
    passedCheck({ id: 'broken', status: 'error', points: null }),
    passedCheck({ ...blocked, id: 'middle', needs: ['root', 'broken'] }),
    last,
  ];
  expect(rootCauses(plainResult({ checks }), last).map(({ id }) => id)).toEqual(['root', 'broken']);
});

test('a circle of needs in stored data ends', () => {
  const one = passedCheck({ ...blocked, id: 'one', needs: ['two', 'gone'] });
  const two = passedCheck({ ...blocked, id: 'two', needs: ['one'] });
  expect(rootCauses(plainResult({ checks: [one, two] }), one)).toEqual([]);
});
