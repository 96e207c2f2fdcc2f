import { SandboxError, UsageError } from '../../errors.ts';
import type { Split } from './parts.ts';

/** Names that one line still holds. */
const listed = 10;

/** Nothing is left of the results after `--student` and `--assignment`. */
export function noneLeft(): UsageError {
  return new UsageError({
    code: 'NO_SUCH_RESULT',
    message: {
      ko: '`--student` 와 `--assignment` 에 맞는 결과가 없습니다.',
      en: 'No result fits `--student` and `--assignment`.',
    },
    hint: {
      ko: '`drydock report 폴더 --format grades` 로 어떤 결과가 있는지 보세요.',
      en: 'See which there are: `drydock report FOLDER --format grades`',
    },
  });
}

/** Several reports cannot share stdout. */
export function splitWithoutFolder(split: Split): UsageError {
  return new UsageError({
    code: 'SPLIT_OUTPUT',
    message: {
      ko: '`--split` 은 보고서를 여러 개 만들기 때문에 넣을 폴더가 필요합니다.',
      en: '`--split` makes several reports, which need a folder.',
    },
    hint: {
      ko: `폴더를 함께 주세요: \`--split ${split} --output 폴더\``,
      en: `Name one: \`--split ${split} --output FOLDER\``,
    },
  });
}

/** Formats whose readers take any file for a grade are not written without a score: that is the machine's failure. */
export function noScore(format: string, of: readonly string[] = []): SandboxError {
  const names = of.slice(0, listed).map((name) => `\`${name}\``);
  const whose = names.length === 0 ? '' : ` (${[...names, ...(of.length > listed ? ['…'] : [])].join(', ')})`;
  return new SandboxError({
    code: 'NO_SCORE',
    message: {
      ko: `점수가 없는 결과${whose} 때문에 \`${format}\` 형식을 쓰지 않았습니다. 0점이라는 뜻은 아닙니다.`,
      en: `A result has no score${whose}, so \`${format}\` was not written. That is not a zero.`,
    },
    hint: {
      ko: '다시 채점하세요: `drydock check`. 이유는 `--format terminal` 로 볼 수 있습니다.',
      en: 'Grade again: `drydock check`. The reason is in `--format terminal`.',
    },
  });
}
