import type { Text } from '../../text.ts';

/** What help says of `drydock diff` and its options. */
export const diffTexts = {
  diff: {
    ko: '두 채점을 비교합니다: 누구의 점수가 어느 검사로, 왜 달라졌는지',
    en: 'compare two gradings: whose score moved, by which check, and why',
  },
  format: { ko: '형식(기본값: terminal)', en: 'format (default: terminal)' },
  output: { ko: '쓸 파일(기본값: 표준 출력)', en: 'file to write (default: stdout)' },
  failOnChange: {
    ko: '달라진 것이 하나라도 있으면 종료 코드 1',
    en: 'exit 1 when anything differs',
  },
  bom: { ko: 'CSV를 Excel이 알아보는 UTF-8로 씁니다', en: 'write CSV so that Excel reads it as UTF-8' },
} satisfies Record<string, Text>;
