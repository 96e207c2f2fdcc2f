import type { Adjustment, Outcome } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';

/** What every report says of a score that is not what the checks add up to. */
export const wording = {
  kind: {
    attempt: { ko: '시도 선택', en: 'Attempt' },
    late: { ko: '지각', en: 'Late' },
    override: { ko: '점수 수정', en: 'Override' },
  } satisfies Record<Adjustment['kind'], Text>,
  was: {
    missing: { ko: '원래는 제출물이 없었습니다', en: 'it was: nothing handed in' },
    invalid: { ko: '원래는 실행할 수 없는 제출물이었습니다', en: 'it was: cannot be run' },
    error: { ko: '원래는 채점하지 못했습니다', en: 'it was: not graded, by the machine’s fault' },
  } satisfies Record<Exclude<Outcome, 'graded'>, Text>,
};
