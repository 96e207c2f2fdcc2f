import { readdir } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { UsageError } from '../../errors.ts';

/**
 * The folder for the new results: the one given, or one beside the earlier results. It has to be empty or not there,
 * and outside of the earlier ones, which nothing may touch.
 * @throws UsageError `REGRADE_OUTPUT`
 */
export async function regradeFolder(
  given: string | undefined,
  against: string,
  cwd: string,
): Promise<string> {
  const before = resolve(cwd, against);
  const folder = given === undefined ? besideOf(before) : resolve(cwd, given);
  const inside = folder === before || folder.startsWith(`${before}${sep}`);
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? [] : [String(error.code)],
  );
  if (inside || entries.length > 0) throw taken(folder);
  return folder;
}

/** `class/results` gives `class/results-regraded`; of a file, its name without `.json`. */
function besideOf(before: string): string {
  return join(dirname(before), `${before.slice(dirname(before).length + 1).replace(/\.json$/, '')}-regraded`);
}

function taken(folder: string): UsageError {
  return new UsageError({
    code: 'REGRADE_OUTPUT',
    message: {
      ko: `\`${folder}\` 폴더에는 이미 무엇이 있습니다. 다시 채점한 결과는 새 폴더에만 씁니다.`,
      en: `The folder \`${folder}\` holds something already. What is graded again goes into a new folder alone.`,
    },
    hint: {
      ko: '`--output 새폴더` 로 비어 있는 폴더를 주세요.',
      en: 'Give an empty one: `--output NEW_FOLDER`.',
    },
  });
}
