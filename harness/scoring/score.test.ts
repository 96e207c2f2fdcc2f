import { describe, expect, it } from 'vitest';
import type { CheckResult, CheckStatus } from '../result.ts';
import { scoreOf } from './score.ts';

function check(status: CheckStatus, max: number): CheckResult {
  const points = status === 'passed' ? max : status === 'error' ? null : 0;
  const text = { ko: '검사', en: 'check' };
  return {
    id: 'a',
    title: text,
    status,
    points,
    max,
    messageId: null,
    message: null,
    line: null,
    needs: [],
    durationMs: 1,
  };
}

describe('scoreOf', () => {
  it('adds the points of passed checks', () => {
    expect(scoreOf([check('passed', 20), check('failed', 30), check('blocked', 50)])).toEqual({
      outcome: 'graded',
      score: 20,
      max: 100,
    });
  });

  it('gives no score when a check broke, whatever passed', () => {
    expect(scoreOf([check('passed', 20), check('error', 80)])).toEqual({
      outcome: 'error',
      score: null,
      max: 100,
    });
  });

  it('lets advice cost nothing, whatever became of it, and win nothing', () => {
    for (const status of ['passed', 'failed', 'blocked', 'error'] as const)
      expect(scoreOf([check('passed', 100), check(status, 0)])).toEqual({
        outcome: 'graded',
        score: 100,
        max: 100,
      });
    expect(scoreOf([check('passed', 0)])).toEqual({ outcome: 'error', score: null, max: 0 });
  });

  it('takes no checks at all for a failure of the machine, not for a pass', () => {
    expect(scoreOf([])).toEqual({ outcome: 'error', score: null, max: 0 });
  });
});
