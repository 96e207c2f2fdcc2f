import type { Text } from '../../harness/text.ts';

/** What reports for machines say by themselves. */
export const wording = {
  submission: { ko: '제출물', en: 'Submission' },
  advice: { ko: '조언', en: 'advice' },
  noScore: { ko: '점수 없음', en: 'no score' },
  notYourFault: {
    ko: '제출물의 문제가 아닙니다. 점수는 매기지 않았습니다.',
    en: 'This is not the submission’s fault, and no score was given.',
  },
  nothingExecuted: { ko: '실행된 검사가 없습니다.', en: 'No check was executed.' },
  line: (line: number): Text => ({ ko: `${line}번째 줄`, en: `line ${line}` }),
  fixFirst: (titles: string): Text => ({ ko: `먼저 고칠 항목: ${titles}`, en: `Fix this first: ${titles}` }),
};
