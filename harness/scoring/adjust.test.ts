import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '../result.ts';
import { adjust } from './adjust.ts';
import { noPolicy, type Policy } from './policy.ts';
import { scored } from './testing/scored.ts';

const inTime = { submittedAt: '2026-05-08T10:00:00Z' };
const twoDaysLate = { submittedAt: '2026-05-10T10:00:00Z' };
const policy: Policy = {
  due: '2026-05-08T23:59:00+09:00',
  late: { kind: 'percentPerDay', percent: 10, graceMinutes: 0, atMost: 50 },
  attempts: 'best',
};
const last: Policy = { ...policy, attempts: 'last' };
const kinds = ({ adjustments = [] }: Result) => adjustments.map(({ kind, from, to }) => [kind, from, to]);

describe('late', () => {
  test('what comes in time, and where there is no policy, stays as it was graded', () => {
    expect(adjust(scored(80, 'a', inTime), { policy })).toEqual(scored(80, 'a', inTime));
    expect(adjust(scored(80, 'a', twoDaysLate), { policy: noPolicy })).toEqual(scored(80, 'a', twoDaysLate));
  });

  test('a late score is less, and says by how much and why in both languages', () => {
    const late = adjust(scored(80, 'a', twoDaysLate), { policy });
    expect(late.score).toBe(64);
    expect(late.adjustments).toMatchObject([{ kind: 'late', from: 80, to: 64 }]);
    expect(late.adjustments?.[0]?.reason).toEqual({
      ko: '마감보다 1일 19시간 1분 늦게 제출했습니다(지각 2일째). 얻은 점수의 20%를 뺐습니다.',
      en: 'Handed in 1 d 19 h 1 min after the due date (day 2): 20% of the points won are taken off.',
    });
    const cutOff = adjust(scored(80, 'a', twoDaysLate), {
      policy: { ...policy, late: { kind: 'cutOff', afterMinutes: 60 } },
    });
    expect(cutOff.score).toBe(0);
    expect(cutOff.adjustments?.[0]?.reason.en).toContain('later than the 60 minutes that are accepted');
  });

  test('no score stays none, and a zero has nothing to lose', () => {
    expect(adjust(scored(null, 'a', twoDaysLate), { policy })).toEqual(scored(null, 'a', twoDaysLate));
    expect(adjust(scored(0, 'a', twoDaysLate), { policy }).adjustments).toBeUndefined();
  });
});

describe('attempts', () => {
  test('of the last, the last counts, whatever was before', () => {
    const earlier = [scored(100, 'a', inTime)];
    expect(adjust(scored(60, 'b', inTime), { earlier, policy: last })).toEqual(scored(60, 'b', inTime));
  });

  test('of the best, an earlier one counts with its own checks, and says so', () => {
    const earlier = [scored(90, 'a', inTime), scored(20, 'b', inTime)];
    const best = adjust(scored(60, 'c', inTime), { earlier, policy });
    expect(best).toMatchObject({ score: 90, submissionHash: earlier[0]?.submissionHash });
    expect(kinds(best)).toEqual([['attempt', 60, 90]]);
    expect(best.adjustments?.[0]?.reason.en).toContain('handed in at 2026-05-08 10:00:00 UTC');
  });

  test('the best is what is left after being late', () => {
    const earlier = [scored(75, 'a', inTime)];
    expect(adjust(scored(90, 'b', twoDaysLate), { earlier, policy }).score).toBe(75);
    const better = adjust(scored(95, 'b', twoDaysLate), { earlier, policy });
    expect(kinds(better)).toEqual([['late', 95, 76]]);
    const late = adjust(scored(10, 'c', inTime), { earlier: [scored(95, 'b', twoDaysLate)], policy });
    expect(kinds(late)).toEqual([
      ['attempt', 10, 95],
      ['late', 95, 76],
    ]);
  });

  test('the same content graded again is one attempt, worth what the latest grading says', () => {
    const earlier = [scored(100, 'a', inTime)];
    expect(adjust(scored(60, 'a', inTime), { earlier, policy })).toEqual(scored(60, 'a', inTime));
    const three = [scored(100, 'a', inTime), scored(70, 'a', inTime), scored(50, 'b', inTime)];
    expect(adjust(scored(60, 'c', inTime), { earlier: three, policy }).score).toBe(70);
  });

  test('the same content came when it first came', () => {
    for (const rule of [policy, last])
      expect(
        adjust(scored(80, 'a', twoDaysLate), { earlier: [scored(80, 'a', inTime)], policy: rule }).score,
      ).toBe(80);
  });

  test('nothing stands in for a latest attempt that could not be graded, and a failure is no attempt', () => {
    const earlier = [scored(100, 'a', inTime)];
    expect(adjust(scored(null, 'b'), { earlier, policy })).toEqual(scored(null, 'b'));
    const broken = adjust(scored(60, 'b', inTime), {
      earlier: [...earlier, scored(null, 'a', inTime)],
      policy,
    });
    expect(broken.score).toBe(100);
  });

  test('points out of another maximum are not compared', () => {
    const earlier = [scored(150, 'a', { max: 200 })];
    expect(adjust(scored(60, 'b'), { earlier, policy }).score).toBe(60);
  });
});

describe('an override', () => {
  const override = { student: 'kim', assignment: 'build-noderun', score: 88, reason: '구두 확인', by: 'oh' };

  test('comes last, and keeps what was before', () => {
    const result = adjust(scored(80, 'a', twoDaysLate), { policy, override });
    expect(kinds(result)).toEqual([
      ['late', 80, 64],
      ['override', 64, 88],
    ]);
    expect(result).toMatchObject({ score: 88, outcome: 'graded' });
    expect(result.adjustments?.[1]).toMatchObject({ reason: { ko: '구두 확인', en: '구두 확인' }, by: 'oh' });
  });

  test('gives a score to a failure of the machine, and says what it was', () => {
    const result = adjust(scored(null), { policy, override });
    expect(result).toMatchObject({ score: 88, outcome: 'graded', reason: null });
    expect(result.adjustments).toMatchObject([
      { kind: 'override', from: null, to: 88, was: { outcome: 'error', reason: { code: 'ENGINE_START' } } },
    ]);
  });

  test('says nothing of a person whom the file does not name', () => {
    const { by: _by, ...anonymous } = override;
    const [adjustment] = adjust(scored(1), { policy: noPolicy, override: anonymous }).adjustments ?? [];
    expect(adjustment).not.toHaveProperty('by');
  });
});

test('whatever the attempts, the score is one of theirs or less, and adjustments lead to it step by step', () => {
  const time = fc.option(
    fc.date({ min: new Date('2026-05-01'), max: new Date('2026-06-01'), noInvalidDate: true }),
  );
  const attempt = fc
    .tuple(fc.option(fc.nat(100)), fc.constantFrom('a', 'b', 'c'), time)
    .map(([score, content, at]) => scored(score, content, { submittedAt: at?.toISOString() ?? null }));
  fc.assert(
    fc.property(fc.array(attempt, { maxLength: 5 }), attempt, fc.boolean(), (earlier, current, best) => {
      const result = adjust(current, { earlier, policy: best ? policy : last });
      const adjustments = result.adjustments ?? [];
      expect(result.score === null).toBe(current.score === null);
      const most = Math.max(...[...earlier, current].map(({ score }) => score ?? 0));
      expect(result.score ?? 0).toBeLessThanOrEqual(most);
      expect(result.score ?? 0).toBeGreaterThanOrEqual(0);
      for (const [index, { from }] of adjustments.entries())
        if (index > 0) expect(from).toBe(adjustments[index - 1]?.to);
      if (adjustments.length > 0) expect(adjustments.at(-1)?.to).toBe(result.score);
    }),
  );
});
