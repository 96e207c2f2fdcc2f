import type { Outcome } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';

/** What the terminal report says by itself. */
export const wording = {
  outcome: {
    graded: { ko: '채점했습니다', en: 'Graded' },
    missing: { ko: '제출물이 없습니다', en: 'Nothing was handed in' },
    invalid: { ko: '제출물을 실행할 수 없습니다', en: 'This submission cannot be run' },
    error: { ko: '채점하지 못했습니다', en: 'Grading did not work' },
  } satisfies Record<Outcome, Text>,
  noScore: { ko: '점수 없음', en: 'no score' },
  notYourFault: {
    ko: '제출물의 문제가 아닙니다. 점수는 매기지 않았습니다.',
    en: 'This is not your fault, and no score was given.',
  },
  seconds: (seconds: string): Text => ({ ko: `${seconds}초`, en: `${seconds} s` }),
  line: (line: number): Text => ({ ko: `${line}번째 줄`, en: `line ${line}` }),
  exitCode: (code: number): Text => ({ ko: `종료 코드 ${code}`, en: `exit code ${code}` }),
  fixFirst: (titles: string): Text => ({ ko: `먼저 고칠 항목: ${titles}`, en: `Fix first: ${titles}` }),
  standIns: (references: string): Text => ({
    ko: `원본 대신 대체 이미지로 채점했습니다: ${references}`,
    en: `Graded on stand-in images instead of the originals: ${references}`,
  }),
  next: (title: string): Text => ({
    ko: `다음: "${title}" 항목부터 고치고 다시 확인하세요.`,
    en: `Next: fix “${title}”, then check again:`,
  }),
  retry: (program: string): Text => ({
    ko: `다음: \`${program} doctor\` 명령으로 컴퓨터를 점검한 뒤 다시 채점하세요.`,
    en: `Next: look at the machine with \`${program} doctor\`, then grade again:`,
  }),
  handIn: {
    ko: '다음: 위 안내대로 고치고 다시 확인하세요.',
    en: 'Next: do what it says above, then check again:',
  },
  allDone: {
    ko: '모든 항목을 통과했습니다. 수고하셨습니다!',
    en: 'All done: every check passed. Well done!',
  },
  allDoneAdvised: {
    ko: '모든 항목을 통과했습니다. 위의 조언은 점수와 관계없습니다. 수고하셨습니다!',
    en: 'All done: every check passed, and the advice above costs nothing. Well done!',
  },
  overridden: {
    ko: '이 점수는 선생님이 정했습니다. 궁금한 점은 선생님께 물어보세요.',
    en: 'Your instructor gave this score. Ask your instructor if anything is unclear.',
  },
  advice: { ko: '조언', en: 'advice' },
  allPassed: { ko: '모두 통과', en: 'all passed' },
  classTitle: (students: number, results: number): Text => ({
    ko: `학생 ${students}명, 제출물 ${results}개`,
    en: `${students} students, ${results} submissions`,
  }),
  classHead: {
    graded: { ko: '채점', en: 'graded' },
    mean: { ko: '평균', en: 'mean' },
    distribution: { ko: '0 … 100 %', en: '0 … 100 %' },
    full: { ko: '만점', en: 'full' },
    missing: { ko: '미제출', en: 'missing' },
    invalid: { ko: '실행 불가', en: 'invalid' },
    errors: { ko: '점수 없음', en: 'no score' },
  },
  hardest: { ko: '가장 많이 틀린 검사', en: 'The checks that failed most' },
  withoutScore: {
    ko: '기계가 채점하지 못해 점수가 없음(0점이 아닙니다)',
    en: 'Without a score: the machine failed (this is not a zero)',
  },
  more: (count: number): Text => ({ ko: `… 그 밖에 ${count}개`, en: `… and ${count} more` }),
  head: {
    student: { ko: '학생', en: 'Student' },
    assignment: { ko: '과제', en: 'Assignment' },
    score: { ko: '점수', en: 'Score' },
    first: { ko: '먼저 고칠 항목', en: 'Fix first' },
  },
};
