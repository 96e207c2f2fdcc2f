import { describe, expect, it } from 'vitest';
import { check } from './check.ts';
import { defineGrader, graderFaults } from './grader.ts';

const title = { ko: '검사', en: 'check' };
const scored = check({ id: 'scored', points: 100, title, run: () => true });
const advice = check({ id: 'advice', points: 0, title, needs: { scored }, run: () => true });

describe('graderFaults', () => {
  it('finds none in points that add up, with advice that needs what is scored', () => {
    expect(graderFaults(defineGrader({ assignment: 'x', checks: [scored, advice] }), 100)).toEqual([]);
  });

  it('lets no points depend on advice', () => {
    const costly = check({ id: 'costly', points: 10, title, needs: { advice }, run: () => true });
    expect(graderFaults(defineGrader({ assignment: 'x', checks: [scored, advice, costly] }), 110)).toEqual([
      'check costly needs advice, which is advice and must cost nothing',
    ]);
  });

  it('lets no check run both alone and beside all others, nor before what disturbs', () => {
    const both = check({ id: 'both', points: 50, title, disturbs: true, adds: true, run: () => true });
    const early = check({ id: 'early', points: 50, title, adds: true, needs: { both }, run: () => true });
    expect(graderFaults(defineGrader({ assignment: 'x', checks: [both, early] }), 100)).toEqual([
      'check both disturbs, so it runs alone; it cannot run beside all others as well',
      'check early needs both, which runs last because it disturbs',
    ]);
  });
});
