import { differingPoints, type Gradebook, gradebookOf } from '../../../reports/index.ts';
import { UsageError } from '../../errors.ts';
import type { Result, Student } from '../../result.ts';
import type { Text } from '../../text.ts';

/** Names that one line still holds; the whole list is in the HTML report and the grade book. */
const listed = 20;

/**
 * The grade book of a class, and what its operator should know of it: who is on the roster without any result, and
 * whose results are in no row because the roster does not know them, and which assignment has results out of different
 * points.
 * @throws UsageError `RESULT_TWICE` when two results are for one row: either could be the grade
 */
export function joinClass(
  results: readonly Result[],
  roster: readonly Student[] | undefined,
): { book: Gradebook; notes: Text[] } {
  const book = gradebookOf(results, roster);
  const [twice] = book.duplicates;
  if (twice !== undefined) throw resultTwice(twice);
  const missing = book.missing.map(({ username, identifier, name }) => username || identifier || name);
  const notes = [
    ...(missing.length > 0 ? [missingText(missing)] : []),
    ...(book.extra.length > 0 ? [extraText(book.extra)] : []),
    ...differingPoints(book.assignments),
  ];
  return { book, notes };
}

function missingText(names: readonly string[]): Text {
  const shown = shortened(names);
  return {
    ko: `명단에 있지만 결과가 없는 학생(${names.length}명): ${shown}`,
    en: `On the roster, without a result (${names.length}): ${shown}`,
  };
}

function extraText(names: readonly string[]): Text {
  const shown = shortened(names);
  return {
    ko: `결과가 있지만 명단에 없어서 성적표에 넣지 않은 학생(${names.length}명): ${shown}`,
    en: `With results, but not on the roster and so in no row (${names.length}): ${shown}`,
  };
}

function shortened(names: readonly string[]): string {
  const shown = names.slice(0, listed).map((name) => `\`${name}\``);
  return [...shown, ...(names.length > listed ? ['…'] : [])].join(', ');
}

function resultTwice({ assignment, claimed }: Gradebook['duplicates'][number]): UsageError {
  const names = claimed.map((name) => `\`${name}\``).join(', ');
  return new UsageError({
    code: 'RESULT_TWICE',
    message: {
      ko: `한 학생에게 \`${assignment}\` 과제의 결과가 여러 개 있습니다: ${names}.`,
      en: `One student has several results for \`${assignment}\`: ${names}.`,
    },
    hint: {
      ko: '같은 학생이라면 결과 파일을 하나만 남기고, 다른 학생이라면 명단에서 이름을 구별해 주세요.',
      en: 'If that is one student, keep one of the results; if not, tell them apart on the roster.',
    },
  });
}
