import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lateness, lessPercent } from './late.ts';
import { type LatePolicy, noPolicy } from './policy.ts';

const due = '2026-05-08T23:59:00+09:00';
const perDay: LatePolicy = { kind: 'percentPerDay', percent: 10, graceMinutes: 15, atMost: 50 };
const cutOff: LatePolicy = { kind: 'cutOff', afterMinutes: 60 };

test.each<[LatePolicy, string, number | undefined]>([
  [perDay, '2026-05-08T14:59:00Z', undefined],
  [perDay, '2026-05-08T15:14:00Z', undefined],
  [perDay, '2026-05-08T15:14:00.001Z', 10],
  [perDay, '2026-05-09T15:14:00Z', 10],
  [perDay, '2026-05-09T15:14:01Z', 20],
  [perDay, '2026-06-30T00:00:00Z', 50],
  [cutOff, '2026-05-08T15:59:00Z', undefined],
  [cutOff, '2026-05-08T15:59:01Z', 100],
  [{ kind: 'none' }, '2027-01-01T00:00:00Z', undefined],
])('%j at %s costs %s percent', (late, submittedAt, percent) => {
  expect(lateness({ ...noPolicy, due, late }, submittedAt)?.percent).toBe(percent);
});

test('nothing is late where nothing is due, or nobody knows when it came', () => {
  expect(lateness({ ...noPolicy, late: perDay }, '2027-01-01T00:00:00Z')).toBeUndefined();
  expect(lateness({ ...noPolicy, due, late: perDay }, null)).toBeUndefined();
  expect(lateness({ ...noPolicy, due, late: perDay }, undefined)).toBeUndefined();
});

test('a day has 24 hours also in the night when the clocks are changed', () => {
  // Europe/Berlin went from +01:00 to +02:00 on 29 March 2026.
  const late: LatePolicy = { kind: 'percentPerDay', percent: 1, graceMinutes: 0, atMost: 100 };
  const policy = { ...noPolicy, due: '2026-03-28T23:59:00+01:00', late };
  expect(lateness(policy, '2026-03-29T22:59:00Z')?.days).toBe(1);
  expect(lateness(policy, '2026-03-29T22:59:01Z')?.days).toBe(2);
});

test.each([
  [100, 10, 90],
  [5, 10, 5],
  [15, 10, 14],
  [35, 10, 32],
  [1, 100, 0],
  [0, 30, 0],
  [33, 33, 22],
])('%i points less %i percent are %i', (score, percent, rest) => {
  expect(lessPercent(score, percent)).toBe(rest);
});

test('a score is whole, never above what was won and never below nothing; no score stays none', () => {
  const points = fc.integer({ min: 0, max: 100_000 });
  const share = fc.integer({ min: 0, max: 100 });
  fc.assert(
    fc.property(points, share, share, (score, percent, other) => {
      const rest = lessPercent(score, percent);
      expect(Number.isInteger(rest)).toBe(true);
      expect(rest).toBeGreaterThanOrEqual(0);
      expect(rest).toBeLessThanOrEqual(score);
      expect(Math.abs(rest - (score * (100 - percent)) / 100)).toBeLessThanOrEqual(0.5);
      expect(lessPercent(null, percent)).toBeNull();
      if (other >= percent) expect(lessPercent(score, other)).toBeLessThanOrEqual(rest);
    }),
  );
});

test('who comes later never loses less', () => {
  const at = (minutes: number) => new Date(Date.parse(due) + minutes * 60_000).toISOString();
  const minutes = fc.integer({ min: -100_000, max: 100_000 });
  const late = fc.record({
    kind: fc.constant('percentPerDay' as const),
    percent: fc.integer({ min: 0, max: 100 }),
    graceMinutes: fc.nat(5000),
    atMost: fc.integer({ min: 0, max: 100 }),
  });
  fc.assert(
    fc.property(late, minutes, minutes, (policy, one, other) => {
      const percent = (minute: number) =>
        lateness({ ...noPolicy, due, late: policy }, at(minute))?.percent ?? 0;
      const [sooner, later] = [Math.min(one, other), Math.max(one, other)];
      expect(percent(sooner)).toBeLessThanOrEqual(percent(later));
      expect(percent(later)).toBeLessThanOrEqual(policy.atMost);
      expect(percent(Math.min(one, policy.graceMinutes))).toBe(0);
    }),
  );
});
