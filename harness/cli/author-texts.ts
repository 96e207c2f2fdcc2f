import type { Text } from '../text.ts';

/** What help says of the commands for authors, and of their options. */
export const authorTexts = {
  verify: {
    ko: '채점기를 모범 답안, 변형, 변이로 증명합니다',
    en: 'prove a grader with its solution, variants and mutants',
  },
  all: { ko: '모든 과제', en: 'all assignments' },
  case: {
    ko: '한 경우만 채점하고 입력, 출력, 메시지를 보여 줍니다(예: wrong-tag)',
    en: 'grade one case and show what was typed and said (such as wrong-tag)',
  },
  concurrency: {
    ko: '동시에 채점할 개수(기본값: 코어 수)',
    en: 'how many are graded at a time (default: one for each core)',
  },
} satisfies Record<string, Text>;
