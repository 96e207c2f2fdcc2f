import type { Text } from '../text.ts';

/** What help says of the commands for authors, and of their options. */
export const authorTexts = {
  verify: {
    ko: '채점기를 모범 답안, 변형, 변이로 증명합니다',
    en: 'prove a grader with its solution, variants and mutants',
  },
  new: {
    ko: '검사와 변이가 갖추어진 새 과제를 만듭니다(저장소를 내려받은 폴더에서)',
    en: 'make a new assignment with a grader that is proven already (in a checkout)',
  },
  title: { ko: '영어 제목(기본값: 과제 이름에서)', en: 'its title in English (default: from its name)' },
  titleKo: { ko: '한국어 제목', en: 'its title in Korean' },
  image: {
    ko: '과제에서 쓸 이미지(기본값: node:20-alpine3.17)',
    en: 'the image that it begins with (default: node:20-alpine3.17)',
  },
  all: { ko: '모든 과제', en: 'all assignments' },
  case: {
    ko: '한 경우만 채점하고 입력, 출력, 메시지를 보여 줍니다(예: wrong-tag)',
    en: 'grade one case and show what was typed and said (such as wrong-tag)',
  },
  record: {
    ko: '메시지마다 실제 예를 하나씩 남깁니다(docs/messages.md 문서에 쓰입니다)',
    en: 'keep a real example of each message, for docs/messages.md',
  },
  concurrency: {
    ko: '동시에 채점할 개수(기본값: 코어 수)',
    en: 'how many are graded at a time (default: one for each core)',
  },
} satisfies Record<string, Text>;
