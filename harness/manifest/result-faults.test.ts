import { expect, test } from 'vitest';
import type { CheckResult, Result } from '../result.ts';
import { resultFaults } from './result-faults.ts';
import { completeResult } from './testing/complete-result.ts';

const reason = { code: 'ENGINE_START', message: { ko: '글', en: 'text' } };

function withCheck(id: string, changed: Partial<CheckResult>): Result {
  const result = completeResult();
  return {
    ...result,
    checks: result.checks.map((check) => (check.id === id ? { ...check, ...changed } : check)),
  };
}

test('a sound result of every outcome has no faults', () => {
  const broken = { status: 'error', points: null } as const;
  const checks = withCheck('runs', broken).checks;
  expect(resultFaults(completeResult())).toEqual([]);
  expect(resultFaults(completeResult({ outcome: 'missing', reason, score: 0, checks: [] }))).toEqual([]);
  expect(resultFaults(completeResult({ outcome: 'invalid', reason, score: 0, checks: [] }))).toEqual([]);
  expect(resultFaults(completeResult({ outcome: 'error', reason, score: null, checks }))).toEqual([]);
});

test('advice may end in any way', () => {
  const [check] = completeResult().checks;
  const message = { ko: '글', en: 'text' };
  const advice = {
    ...check,
    id: 'advice',
    max: 0,
    points: null,
    status: 'error',
    messageId: 'error',
    message,
  };
  const checks = [...completeResult().checks, advice as CheckResult];
  expect(resultFaults(completeResult({ checks }))).toEqual([]);
});

test('where nothing ran, a check may be blocked by that alone', () => {
  const message = { ko: '글', en: 'text' };
  const blocked = { status: 'blocked', points: 0, messageId: 'blocked', message } as const;
  const checks = completeResult().checks.map((check) => ({ ...check, ...blocked }));
  expect(resultFaults(completeResult({ outcome: 'missing', reason, score: 0, checks }))).toEqual([]);
  expect(resultFaults(completeResult({ score: 0, checks }))).toContain('graded, but no check was executed');
});

test.each<[string, Result]>([
  ['an error alone has none', completeResult({ outcome: 'error', reason })],
  ['an error alone has none', completeResult({ score: null })],
  ['outcome graded with a reason', completeResult({ reason })],
  ['outcome missing without a reason', completeResult({ outcome: 'missing', score: 0, checks: [] })],
  ['outcome invalid with 40 points', completeResult({ outcome: 'invalid', reason })],
  ["score is 41, but the checks' points add up to 40", completeResult({ score: 41 })],
  ["max is 90, but the checks' maxima add up to 100", completeResult({ max: 90 })],
  ['graded, but no check was executed', completeResult({ score: 0, checks: [] })],
  ['graded, but check runs ended in an error', withCheck('runs', { status: 'error', points: null })],
  ['check built is passed and has points 39 instead of 40', withCheck('built', { points: 39 })],
  ['check built passed and has a message', withCheck('built', { messageId: 'x' })],
  ['check runs is failed and has points 1 instead of 0', withCheck('runs', { points: 1 })],
  ['check runs is failed and says nothing', withCheck('runs', { message: null })],
  ['check http is blocked and has points 20 instead of 0', withCheck('http', { points: 20 })],
  ['check http needs nothing, which is not among', withCheck('http', { needs: ['nothing'] })],
  ['check http is blocked, but all it needs passed', withCheck('http', { needs: ['built'] })],
  ['check http passed, but not all it needs did', withCheck('http', { status: 'passed' })],
  ['two checks have the same id', withCheck('http', { id: 'runs' })],
])('%s', (fault, result) => {
  expect(resultFaults(result).join('\n')).toContain(fault);
});
