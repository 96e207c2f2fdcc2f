import { expect, test } from 'vitest';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { stepOutputs } from './step-outputs.ts';

const lines = (results: Parameters<typeof stepOutputs>[0]) =>
  stepOutputs(results, { locale: 'en' }).split('\n');

test('points, and the autograding result', () => {
  const [result, ...rest] = lines([plainResult(), plainResult({ assignment: 'run-nginx', score: 50 })]);
  expect(result).toMatch(/^result=[A-Za-z0-9+/]+=*$/);
  expect(rest).toEqual(['score=150', 'max=200', '']);
});

test('no score is empty, and no student can add a line', () => {
  expect(lines(nastyResults()).slice(1)).toEqual(['score=', 'max=500', '']);
});
