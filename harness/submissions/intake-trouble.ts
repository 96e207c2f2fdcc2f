import { UsageError } from '../errors.ts';
import type { Text } from '../text.ts';

/** The folder of a class cannot be read. */
export function classFolderTrouble(dir: string, cause: unknown): UsageError {
  const detail = (cause as NodeJS.ErrnoException).code ?? (cause instanceof Error ? cause.message : cause);
  return new UsageError({
    code: 'SUBMISSIONS_UNREADABLE',
    message: {
      ko: `\`${dir}\` 경로에서 제출물을 읽을 수 없습니다(${detail}).`,
      en: `Submissions cannot be read from \`${dir}\` (${detail}).`,
    },
    hint: {
      ko: `경로와 권한을 확인하세요: \`ls -ld ${dir}\``,
      en: `Check the path and its permissions: \`ls -ld ${dir}\``,
    },
    cause,
  });
}

/** The archive of a class cannot be unpacked, for the reason that it gave. */
export function classArchiveTrouble(path: string, reason: Text, cause: unknown): UsageError {
  return new UsageError({
    code: 'SUBMISSIONS_ARCHIVE',
    message: { ko: `\`${path}\`: ${reason.ko}`, en: `\`${path}\`: ${reason.en}` },
    hint: {
      ko: '직접 푼 폴더를 주어도 됩니다: `drydock grade FOLDER`',
      en: 'You may also unpack it yourself and give the folder: `drydock grade FOLDER`',
    },
    cause,
  });
}

/** An assignment that nobody knows was asked for, in a command or in a file. */
export function noSuchAssignment(
  slug: string,
  slugs: readonly string[],
  where?: string,
  meant?: string,
): UsageError {
  const at = where === undefined ? '' : `${where}: `;
  const list = slugs.map((name) => `\`${name}\``).join(', ');
  return new UsageError({
    code: 'SUBMISSIONS_ASSIGNMENT',
    message: {
      ko: `${at}\`${slug}\` 과제는 없습니다.`,
      en: `${at}There is no assignment \`${slug}\`.`,
    },
    hint:
      meant === undefined
        ? { ko: `있는 과제: ${list}`, en: `There are: ${list}` }
        : { ko: `\`${meant}\` 과제를 뜻했나요?`, en: `Did you mean \`${meant}\`?` },
  });
}

/** One student handed in twice for one assignment, and nothing tells which of them counts. */
export function handedInTwice(student: string, assignment: string, sources: readonly string[]): UsageError {
  const list = sources.map((source) => `\`${source}\``).join(', ');
  return new UsageError({
    code: 'SUBMISSION_TWICE',
    message: {
      ko: `\`${student}\` 학생의 \`${assignment}\` 과제 제출물이 둘 이상입니다: ${list}`,
      en: `\`${student}\` has more than one submission for \`${assignment}\`: ${list}`,
    },
    hint: {
      ko: '하나만 남기거나, 다른 학생의 것이라면 `--map` 으로 준 CSV 파일에 `folder,username` 줄을 넣으세요.',
      en: 'Leave one of them, or say whose the other is with a line `folder,username` in a CSV given as `--map`.',
    },
  });
}

/** A CSV that says what was handed in cannot be understood. */
export function listTrouble(path: string, detail: Text, cause?: unknown): UsageError {
  return new UsageError({
    code: 'SUBMISSIONS_CSV',
    message: { ko: `\`${path}\`: ${detail.ko}`, en: `\`${path}\`: ${detail.en}` },
    hint: {
      ko: '첫 줄에 열 이름이 있는 CSV(UTF-8)로 저장하세요. 예: `url,commit,student,assignment` 또는 `folder,username`',
      en: 'Save it as CSV (UTF-8) whose first line names the columns: `url,commit,student,assignment` or `folder,username`.',
    },
    cause,
  });
}
