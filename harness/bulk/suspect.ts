import type { Result } from '../result.ts';

/** The code of a result that was taken back. */
export const suspectCode = 'MACHINE_SUSPECT';

/** A result taken back: the machine graded a known submission wrongly around that time, so it says nothing. */
export function suspectOf(result: Result): Result {
  return {
    ...result,
    outcome: 'error',
    score: null,
    reason: {
      code: suspectCode,
      message: {
        ko: '같은 시간에 이 기계가 정답을 아는 제출물을 틀리게 채점했으므로 이 결과를 쓰지 않습니다. `drydock doctor` 로 기계를 확인하고 `drydock grade` 를 다시 실행하세요.',
        en: 'Around that time this machine graded a submission with a known verdict wrongly, so this result does not count. Look at the machine with `drydock doctor`, then run `drydock grade` again.',
      },
    },
  };
}
