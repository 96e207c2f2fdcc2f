import type { Text } from '../../harness/text.ts';

/** What the Markdown report says by itself. */
export const wording = {
  check: { ko: '검사', en: 'Check' },
  points: { ko: '점수', en: 'Points' },
  noScore: { ko: '점수 없음', en: 'no score' },
  next: { ko: '다음에 할 일', en: 'What to do next' },
  advice: { ko: '조언(점수와 관계없음)', en: 'Advice (it costs nothing)' },
  adjusted: { ko: '점수 조정', en: 'Adjustments of the score' },
  transcript: { ko: '입력한 명령과 출력', en: 'Commands and what they printed' },
  submission: { ko: '제출물', en: 'Submission' },
  grader: { ko: '채점기', en: 'Grader' },
  engine: { ko: '엔진', en: 'Engine' },
  images: { ko: '이미지', en: 'Images' },
  cut: { ko: '… (뒤는 생략했습니다)', en: '… (the rest is left out)' },
  checksLeftOut: {
    ko: '검사는 길이 때문에 생략했습니다. 전체 결과는 JSON 보고서에 있습니다.',
    en: 'Its checks are left out for their length; the JSON report has them all.',
  },
  standIns: (images: string): Text => ({
    ko: `원본 대신 대체 이미지로 채점했습니다: ${images}`,
    en: `Graded on stand-in images: ${images}`,
  }),
  leftOut: (count: number): Text => ({
    ko: `이 밖의 결과 ${count}개는 길이 때문에 생략했습니다. 전체 결과는 JSON 보고서에 있습니다.`,
    en: `${count} more results are left out for their length; the JSON report has them all.`,
  }),
  line: (line: number): Text => ({ ko: `${line}번째 줄`, en: `line ${line}` }),
};
