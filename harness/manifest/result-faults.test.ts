import { expect, test } from 'vitest';
import type { Adjustment, CheckResult, Result } from '../result.ts';
import { resultFaults } from './result-faults.ts';
import { adjustedResult, completeResult, rescuedResult } from './testing/complete-result.ts';

const reason = { code: 'ENGINE_START', message: { ko: '글', en: 'text' } };

function withCheck(id: string, changed: Partial<CheckResult>): Result {
  const result = completeResult();
  return {
    ...result,
    checks: result.checks.map((check) => (check.id === id ? { ...check, ...changed } : check)),
  };
}

/** A result that was late and then adjusted again, changed. */
function adjusted(...changed: Partial<Adjustment>[]): Result {
  const text = { ko: '글', en: 'text' };
  const adjustments = changed.map((each, index): Adjustment => {
    return { kind: 'late', from: index === 0 ? 40 : 50, to: 50, reason: text, ...each };
  });
  return adjustedResult({ adjustments });
}

const rescue: Partial<Adjustment> = { from: null, was: { outcome: 'error', reason } };

test('a sound result of every outcome has no faults', () => {
  const broken = { status: 'error', points: null } as const;
  const checks = withCheck('runs', broken).checks;
  expect(resultFaults(completeResult())).toEqual([]);
  expect(resultFaults(adjustedResult())).toEqual([]);
  expect(resultFaults(rescuedResult())).toEqual([]);
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

test('times are of this calendar', () => {
  const never = '2026-99-99T99:99:99Z';
  const at = [{ code: 'GONE', message: { ko: '글', en: 'text' }, at: never }];
  const fault = [`${never} is no time that there is`];
  expect(resultFaults(completeResult({ startedAt: never }))).toEqual(fault);
  expect(resultFaults(completeResult({ submittedAt: never }))).toEqual(fault);
  expect(resultFaults(completeResult({ machineErrors: at }))).toEqual(fault);
  expect(resultFaults(completeResult({ submittedAt: null }))).toEqual([]);
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
  ['score is 40, but it was adjusted to 50', adjustedResult({ score: 40 })],
  ['adjusted to 50 of 45', adjustedResult({ max: 45 })],
  ['outcome error, but its score was adjusted', adjustedResult({ outcome: 'error', reason })],
  ["score is 41, but the checks' points add up to 40", adjusted({ from: 41 })],
  ['adjusted from 40, but the score was 30', adjusted({ to: 30 }, { from: 40 })],
  ['another attempt counts, but only after', adjusted({}, { from: 50, kind: 'attempt' })],
  ['late gave a score to what was error', { ...rescuedResult(), ...adjusted(rescue) }],
  ['outcome graded with a reason, but an override graded it', { ...rescuedResult(), reason }],
  ['two checks have the same id', withCheck('http', { id: 'runs' })],
])('%s', (fault, result) => {
  expect(resultFaults(result).join('\n')).toContain(fault);
});
