import type { Text } from '../../text.ts';

/** What help says of `drydock regrade` and its options. */
export const regradeTexts = {
  regrade: {
    ko: '지금의 채점기로 다시 채점하고 이전 결과와 비교합니다(이전 결과는 그대로 둡니다)',
    en: 'grade again with the graders as they are now, and compare (the old results stay as they are)',
  },
  against: { ko: '비교할 이전 결과의 폴더 또는 파일', en: 'the earlier results: a folder or a file' },
  submissions: {
    ko: '제출물 폴더(기본값: 이전 결과의 run.json에 적힌 곳)',
    en: 'folder of the submissions (default: the one that the run’s run.json names)',
  },
  output: {
    ko: '새 결과와 diff.html, diff.csv, diff.md를 쓸 새 폴더(기본값: <이전 결과>-regraded)',
    en: 'new folder for the results, diff.html, diff.csv and diff.md (default: <results>-regraded)',
  },
  assignment: { ko: '이 과제만(여러 번 쓸 수 있음)', en: 'this assignment alone (may be repeated)' },
  student: { ko: '이 학생만(여러 번 쓸 수 있음)', en: 'this student alone (may be repeated)' },
  sample: {
    ko: '과제마다 이만큼만 골라서 채점(고르는 제출물은 항상 같음)',
    en: 'only so many of each assignment, always the same ones',
  },
  concurrency: { ko: '한 번에 채점할 제출물 수', en: 'submissions graded at once' },
} satisfies Record<string, Text>;
