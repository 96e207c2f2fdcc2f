import { UsageError } from '../../errors.ts';

/** Nobody said where the submissions are. */
export function submissionsUnknown(against: string): UsageError {
  return new UsageError({
    code: 'REGRADE_SUBMISSIONS',
    message: {
      ko: `\`${against}\` 결과에는 제출물이 어디 있는지 적혀 있지 않습니다(run.json이 없습니다).`,
      en: `The results in \`${against}\` do not say where their submissions are: there is no run.json.`,
    },
    hint: {
      ko: '제출물 폴더를 알려 주세요: `--submissions DIR`',
      en: 'Say where they are: `--submissions DIR`',
    },
  });
}

/** Nothing is left to grade. */
export function nothingToRegrade(submissions: string): UsageError {
  return new UsageError({
    code: 'REGRADE_NOTHING',
    message: {
      ko: `\`${submissions}\` 폴더에 이전 결과와 짝이 맞는 제출물이 없습니다.`,
      en: `No submission in \`${submissions}\` belongs to one of the earlier results.`,
    },
    hint: {
      ko: '`--student` 와 `--assignment` 의 이름을 확인하고, 다른 폴더라면 `--submissions DIR` 로 알려 주세요.',
      en: 'Check the names of `--student` and `--assignment`; if the submissions moved, say `--submissions DIR`.',
    },
  });
}
