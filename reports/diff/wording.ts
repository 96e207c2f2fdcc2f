import type { CheckStatus, Outcome } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import type { CauseKind, Movement } from './change.ts';
import type { SectionName } from './sections.ts';

/** What a comparison of two gradings says by itself. */
export const wording = {
  title: { ko: '채점 비교', en: 'Two gradings compared' },
  nothing: { ko: '달라진 점수가 없습니다.', en: 'No score moved.' },
  pairs: { ko: '비교한 결과', en: 'Compared' },
  unchanged: { ko: '그대로', en: 'Unchanged' },
  unscored: (count: number): Text => ({
    ko: `그대로인 것 중 ${count}개는 두 채점 모두 기계 오류로 점수가 없습니다. 같다고 확인된 것이 아닙니다.`,
    en: `Of the unchanged, ${count} have no score on either side, because of machine errors: they are not known to be the same.`,
  }),
  movements: {
    raised: { ko: '오름', en: 'Raised' },
    lowered: { ko: '내림', en: 'Lowered' },
    level: { ko: '점수는 같고 검사가 다름', en: 'Same score, other checks' },
    lost: { ko: '점수를 잃음(기계)', en: 'Score lost (machine)' },
    regained: { ko: '점수를 되찾음', en: 'Score regained' },
    added: { ko: '새로 생김', en: 'Added' },
    removed: { ko: '없어짐', en: 'Removed' },
  } satisfies Record<Movement, Text>,
  sections: {
    unexplained: {
      title: { ko: '까닭 없이 달라짐', en: 'Changed without a reason' },
      hint: {
        ko: '제출물, 채점기, 이미지, 엔진이 모두 같은데 판정이 다릅니다. 채점기가 실행할 때마다 다르게 판정하는지 의심하고 `drydock verify` 로 확인하세요.',
        en: 'Submission, grader, images and engine are the same, the verdict is not. Suspect a check that is not deterministic, and look with `drydock verify`.',
      },
    },
    machine: {
      title: { ko: '기계 오류', en: 'Machine trouble' },
      hint: {
        ko: '한쪽에 점수가 없습니다. 0점이 된 것이 아니므로 다시 채점해야 비교할 수 있습니다.',
        en: 'One side has no score. That is no drop to zero: grade again before you compare.',
      },
    },
    grader: {
      title: { ko: '제출물은 같고 채점 방식이 달라짐', en: 'Same submission, graded differently' },
      hint: {
        ko: '채점기, 이미지 또는 엔진이 바뀌어서 달라졌습니다. 뜻한 변화인지 확인하세요.',
        en: 'The grader, the images or the engine changed, and these moved. See that each was meant to.',
      },
    },
    submission: {
      title: { ko: '제출물이 달라짐', en: 'The submission changed' },
      hint: {
        ko: '학생이 다른 것을 냈으므로 점수가 달라지는 것이 자연스럽습니다.',
        en: 'The student handed in something else, which explains another score.',
      },
    },
    adjustments: {
      title: { ko: '점수 조정이 달라짐', en: 'Adjusted differently' },
      hint: {
        ko: '검사는 같고 지각, 다시 낸 제출물 또는 강사의 조정만 다릅니다.',
        en: 'The checks say the same; lateness, attempts or an instructor’s word differ.',
      },
    },
    absent: {
      title: { ko: '한쪽에만 있음', en: 'On one side only' },
      hint: { ko: '다른 쪽에는 결과가 없습니다.', en: 'The other side has no result.' },
    },
  } satisfies Record<SectionName, { title: Text; hint: Text }>,
  causes: {
    absent: { ko: '한쪽에만 있음', en: 'on one side only' },
    machine: { ko: '기계 오류', en: 'machine error' },
    submission: { ko: '제출물', en: 'submission' },
    grader: { ko: '채점기', en: 'grader' },
    images: { ko: '이미지', en: 'images' },
    engine: { ko: '엔진', en: 'engine' },
    adjustments: { ko: '점수 조정', en: 'adjustments' },
    unexplained: { ko: '알 수 없음', en: 'unexplained' },
  } satisfies Record<CauseKind, Text>,
  statuses: {
    passed: { ko: '통과', en: 'passed' },
    failed: { ko: '실패', en: 'failed' },
    blocked: { ko: '막힘', en: 'blocked' },
    error: { ko: '오류', en: 'error' },
  } satisfies Record<CheckStatus, Text>,
  outcomes: {
    graded: { ko: '채점함', en: 'graded' },
    missing: { ko: '미제출', en: 'missing' },
    invalid: { ko: '실행할 수 없음', en: 'cannot be run' },
    error: { ko: '점수 없음', en: 'no score' },
  } satisfies Record<Outcome, Text>,
  noResult: { ko: '결과 없음', en: 'no result' },
  noCheck: { ko: '검사 없음', en: 'no such check' },
  checks: { ko: '움직인 검사', en: 'Checks that moved' },
  check: { ko: '검사', en: 'Check' },
  gained: { ko: '얻음', en: 'Gained' },
  lost: { ko: '잃음', en: 'Lost' },
  reworded: { ko: '그 밖', en: 'Other' },
  student: { ko: '학생', en: 'Student' },
  assignment: { ko: '과제', en: 'Assignment' },
  before: { ko: '이전', en: 'Before' },
  after: { ko: '이후', en: 'After' },
  why: { ko: '까닭', en: 'Why' },
  search: { ko: '찾기', en: 'Find' },
  theme: { ko: '밝게/어둡게', en: 'light/dark' },
  language: { ko: 'English', en: '한국어' },
  more: (count: number): Text => ({ ko: `… 외 ${count}개`, en: `… and ${count} more` }),
  by: { ko: 'Drydock으로 비교했습니다.', en: 'Compared with Drydock.' },
};
