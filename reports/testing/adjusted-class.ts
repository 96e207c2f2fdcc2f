import type { Adjustment, Result } from '../../harness/result.ts';
import { classResults } from './class-results.ts';
import { nastyText } from './nasty-checks.ts';
import { plainResult } from './nasty-results.ts';

const late: Adjustment = {
  kind: 'late',
  from: 30,
  to: 24,
  reason: {
    ko: '마감보다 1일 2시간 늦게 제출했습니다(지각 2일째). 얻은 점수의 20%를 뺐습니다.',
    en: 'Handed in 1 d 2 h after the due date (day 2): 20% of the points won are taken off.',
  },
};
const attempt: Adjustment = {
  kind: 'attempt',
  from: 10,
  to: 30,
  reason: {
    ko: '가장 좋은 시도의 점수를 씁니다: 2026-03-01 10:00:00 UTC에 제출한 시도입니다(마지막은 2026-03-02 10:00:00 UTC에 제출한 시도).',
    en: 'The best attempt counts: the one handed in at 2026-03-01 10:00:00 UTC (the latest is the one handed in at 2026-03-02 10:00:00 UTC).',
  },
};

/** A class in which every score was adjusted: late, of an earlier attempt, and by an instructor whose text is nasty. */
export function adjustedClass(): Result[] {
  const [half = plainResult(), missing = plainResult(), broken = plainResult(), full = plainResult()] =
    classResults();
  return [
    { ...half, score: 24, adjustments: [late] },
    {
      ...half,
      student: 'kim',
      score: 45,
      adjustments: [attempt, late, overridden(24, 45, '구두로 확인했습니다.')],
    },
    rescued(missing, 50, 'Shown on paper'),
    rescued(broken, 100, `=HYPERLINK("http://x") ${nastyText}`),
    { ...full, score: 0, adjustments: [overridden(100, 0, 'Copied from kim')] },
  ];
}

function overridden(from: number | null, to: number, reason: string): Adjustment {
  return { kind: 'override', from, to, reason: { ko: reason, en: reason }, by: '오 교수' };
}

function rescued(result: Result, score: number, why: string): Result {
  const { outcome, reason, score: from } = result;
  if (outcome === 'graded' || reason === null) throw new TypeError('there is nothing to rescue');
  const adjustments = [{ ...overridden(from, score, why), was: { outcome, reason } }];
  return { ...result, outcome: 'graded', reason: null, score, adjustments };
}
