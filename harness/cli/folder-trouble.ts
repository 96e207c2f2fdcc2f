import { UsageError } from '../errors.ts';

const list = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

/** The folder given to a command cannot be read, for the reason that the file system gave. */
export function folderTrouble(dir: string, cause: unknown): UsageError {
  const code = (cause as NodeJS.ErrnoException).code;
  if (code === 'ENOENT')
    return new UsageError({
      code: 'DIR_MISSING',
      message: { ko: `\`${dir}\` 폴더가 없습니다.`, en: `There is no folder \`${dir}\`.` },
      hint: {
        ko: '경로를 확인하세요: `ls -d DIR`. 제출물 폴더 안에서는 `drydock check` 만 입력해도 됩니다.',
        en: 'Check the path: `ls -d DIR`. Inside the submission folder `drydock check` alone is enough.',
      },
      cause,
    });
  if (code === 'ENOTDIR')
    return new UsageError({
      code: 'DIR_IS_FILE',
      message: {
        ko: `\`${dir}\` 경로는 폴더가 아니라 파일입니다.`,
        en: `\`${dir}\` is a file, not a folder.`,
      },
      hint: {
        ko: '파일이 들어 있는 폴더를 주세요: `drydock check --dir FOLDER`.',
        en: 'Give the folder that holds the file: `drydock check --dir FOLDER`.',
      },
      cause,
    });
  const reason = code ?? String(cause);
  return new UsageError({
    code: 'DIR_UNREADABLE',
    message: {
      ko: `\`${dir}\` 폴더를 읽을 수 없습니다(${reason}).`,
      en: `The folder \`${dir}\` cannot be read (${reason}).`,
    },
    hint: {
      ko: `권한을 확인하세요: \`ls -ld ${dir}\`. 내 폴더라면 \`chmod u+rx ${dir}\` 를 실행하세요.`,
      en: `Look at its permissions: \`ls -ld ${dir}\`. If it is yours, run \`chmod u+rx ${dir}\`.`,
    },
    cause,
  });
}

/** A slug that no assignment has. */
export function unknownAssignment(
  slug: string,
  meant: string | undefined,
  slugs: readonly string[],
): UsageError {
  return new UsageError({
    code: 'UNKNOWN_ASSIGNMENT',
    message: { ko: `\`${slug}\` 과제는 없습니다.`, en: `There is no assignment \`${slug}\`.` },
    hint:
      meant === undefined
        ? {
            ko: `있는 과제: ${list(slugs)}. \`drydock list\` 로 제목도 볼 수 있습니다.`,
            en: `There are: ${list(slugs)}. \`drydock list\` shows their titles.`,
          }
        : {
            ko: `\`${meant}\` 과제를 뜻했나요? \`drydock check ${meant}\` 를 실행하세요.`,
            en: `Did you mean \`${meant}\`? Run \`drydock check ${meant}\`.`,
          },
  });
}

/** A folder without a single file. */
export function emptyFolder(dir: string, slugs: readonly string[]): UsageError {
  const slug = slugs[0] ?? 'SLUG';
  return new UsageError({
    code: 'DIR_EMPTY',
    message: { ko: `\`${dir}\` 폴더가 비어 있습니다.`, en: `The folder \`${dir}\` is empty.` },
    hint: {
      ko: `과제마다 폴더를 하나 두세요. 예: \`${slug}/solution.sh\`. 과제 목록은 \`drydock list\` 로 봅니다.`,
      en: `Put one folder per assignment in it, such as \`${slug}/solution.sh\`. \`drydock list\` shows the assignments.`,
    },
  });
}

/** A folder that holds things, but no submission. `near` is a name in it and the slug it was probably meant to be. */
export function nothingToGrade(
  dir: string,
  slugs: readonly string[],
  near: [string, string] | undefined,
): UsageError {
  return new UsageError({
    code: 'NOTHING_TO_GRADE',
    message: {
      ko: `\`${dir}\` 폴더에 채점할 과제가 없습니다.`,
      en: `The folder \`${dir}\` holds nothing to grade.`,
    },
    hint:
      near === undefined
        ? {
            ko: `과제 폴더가 들어 있는 곳에서 실행하거나 \`--dir DIR\` 을 쓰세요. 과제: ${list(slugs)}.`,
            en: `Run this where the assignment folders are, or use \`--dir DIR\`. Assignments: ${list(slugs)}.`,
          }
        : {
            ko: `\`${near[0]}\` 폴더의 이름을 과제 이름으로 바꾸세요: \`mv ${near[0]} ${near[1]}\``,
            en: `The folder \`${near[0]}\` should be called \`${near[1]}\`: \`mv ${near[0]} ${near[1]}\``,
          },
  });
}

/** A folder whose files fit several assignments. */
export function ambiguousFolder(dir: string, slugs: readonly string[]): UsageError {
  const slug = slugs[0] ?? 'SLUG';
  return new UsageError({
    code: 'AMBIGUOUS_FOLDER',
    message: {
      ko: `\`${dir}\` 폴더가 어느 과제의 제출물인지 알 수 없습니다: ${list(slugs)}.`,
      en: `The folder \`${dir}\` could be a submission for any of ${list(slugs)}.`,
    },
    hint: {
      ko: `과제를 적어 주세요: \`drydock check ${slug}\`.`,
      en: `Name the assignment: \`drydock check ${slug}\`.`,
    },
  });
}
