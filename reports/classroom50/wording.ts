import type { Text } from '../../harness/text.ts';

/** What Classroom 50's one line says. */
export const wording = {
  score: (score: number, max: number): Text => ({
    ko: `${max}점 중 ${score}점`,
    en: `${score} of ${max} points`,
  }),
  noScore: (why: string): Text => ({
    ko: `점수 없음(제출물의 문제가 아닙니다): ${why}`,
    en: `No score, and not the submission’s fault: ${why}`,
  }),
};
