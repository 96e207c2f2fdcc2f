import { UsageError } from '../errors.ts';
import type { Student } from '../result.ts';
import type { Text } from '../text.ts';

const mapping: Text = {
  ko: '열 이름이 다르면 `--roster-columns username=열이름` 옵션으로 알려 주세요.',
  en: 'Where its columns have other names, say so: `--roster-columns username=COLUMN`.',
};

/** The file is not CSV. */
export function unreadable(path: string, cause: unknown): UsageError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return trouble(
    {
      ko: `\`${path}\` 명단을 CSV로 읽을 수 없습니다: ${detail}`,
      en: `The roster \`${path}\` cannot be read as CSV: ${detail}`,
    },
    {
      ko: '스프레드시트에서 CSV(UTF-8)로 다시 저장한 뒤 같은 명령을 실행하세요.',
      en: 'Save it again as CSV (UTF-8) from your spreadsheet, then run the same command.',
    },
    cause,
  );
}

/** No column says which submission is whose. */
export function noUsernames(path: string, header: readonly string[], asked: string | undefined): UsageError {
  const found = header.map((name) => name.trim()).join(', ') || '-';
  return trouble(
    {
      ko: `\`${path}\` 명단에 사용자 이름 열(\`${asked ?? 'username'}\`)이 없습니다. 있는 열: ${found}`,
      en: `The roster \`${path}\` has no column of usernames (\`${asked ?? 'username'}\`); it has: ${found}`,
    },
    mapping,
  );
}

/** A column was named that is not there: what it holds would be left out without a word. */
export function noSuchColumn(path: string, header: readonly string[], asked: string): UsageError {
  const found = header.map((name) => name.trim()).join(', ') || '-';
  return trouble(
    {
      ko: `\`${path}\` 명단에 \`${asked}\` 열이 없습니다. 있는 열: ${found}`,
      en: `The roster \`${path}\` has no column \`${asked}\`; it has: ${found}`,
    },
    mapping,
  );
}

/** Two columns share a name, so none of them can be meant. */
export function duplicateColumn(path: string, name: string): UsageError {
  return trouble(
    {
      ko: `\`${path}\` 명단에 \`${name}\` 열이 두 개 있습니다.`,
      en: `The roster \`${path}\` has two columns called \`${name}\`.`,
    },
    {
      ko: '한 열의 이름을 바꾼 뒤 같은 명령을 실행하세요.',
      en: 'Rename one of them, then run the same command.',
    },
  );
}

/** One person stands in the roster twice: a score would go to one of two rows. */
export function duplicateStudent(path: string, part: keyof Student, value: string): UsageError {
  return trouble(
    {
      ko: `\`${path}\` 명단에 같은 학생이 두 번 있습니다(${part}: \`${value}\`).`,
      en: `The roster \`${path}\` lists a student twice (${part}: \`${value}\`).`,
    },
    {
      ko: '한 줄을 지운 뒤 같은 명령을 실행하세요.',
      en: 'Delete one of the rows, then run the same command.',
    },
  );
}

function trouble(message: Text, hint: Text, cause?: unknown): UsageError {
  return new UsageError({ code: 'ROSTER', message, hint, cause });
}
