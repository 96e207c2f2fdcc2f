import { UsageError } from '../../errors.ts';
import type { Intake } from '../../submissions/index.ts';

const shown = 3;

/**
 * Refuses a run that has nothing to grade: another folder was meant, or a roster that fits these names. It would end
 * with an empty grade book and the exit code of success.
 * @throws UsageError `NOTHING_FOUND`
 */
export function refuseNothing({ submissions, troubles, unknown }: Intake, where: string): void {
  if (submissions.length + troubles.length > 0) return;
  if (unknown.length === 0)
    throw new UsageError({
      code: 'NOTHING_FOUND',
      message: {
        ko: `\`${where}\` 에는 채점할 제출물이 없습니다.`,
        en: `There is nothing to grade in \`${where}\`.`,
      },
      hint: {
        ko: '학생마다 폴더가 하나씩 있는 폴더를 주세요. `--assignment` 를 썼다면 그 과제를 낸 사람이 없는 것일 수 있습니다. 받아들이는 구조: `docs/submissions.md`',
        en: 'Give the folder that holds a folder for each student; with `--assignment`, perhaps nobody handed that one in. The layouts are in `docs/submissions.md`.',
      },
    });
  const some = unknown.slice(0, shown).map(({ path }) => `\`${path}\``);
  const list = [...some, ...(unknown.length > shown ? ['…'] : [])].join(', ');
  throw new UsageError({
    code: 'NOTHING_FOUND',
    message: {
      ko: `\`${where}\` 에 있는 ${unknown.length}개가 모두 누구의 것인지 알 수 없습니다: ${list}`,
      en: `Of what is in \`${where}\` nothing belongs to anybody (${unknown.length}): ${list}`,
    },
    hint: {
      ko: '명단의 사용자 이름 열을 `--roster-columns username=열이름` 으로, 폴더가 누구의 것인지를 `--map` 으로 알려 주세요.',
      en: 'Name the roster’s column of usernames with `--roster-columns username=COLUMN`, or say whose a folder is with `--map`.',
    },
  });
}
