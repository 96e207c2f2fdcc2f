import { type CanvasIds, canvasClashes, type Gradebook } from '../../../reports/index.ts';
import { UsageError } from '../../errors.ts';
import type { Locale, Text } from '../../text.ts';

/**
 * What an operator should know of a table for Canvas before it is written: numbers for assignments that have no result
 * here, which may be slips of the pen.
 * @throws UsageError `CANVAS_COLUMNS` when Canvas would put the scores of two assignments into one column
 */
export function canvasNotes(
  book: Gradebook,
  { locale, assignmentIds }: { locale: Locale; assignmentIds: CanvasIds },
): Text[] {
  const [clash] = canvasClashes(book, { locale, assignmentIds });
  if (clash !== undefined) throw mixedUp(clash);
  const unused = Object.keys(assignmentIds).filter((name) => !book.assignments.some(({ id }) => id === name));
  if (unused.length === 0) return [];
  const names = inCode(unused);
  return [
    {
      ko: `\`--canvas-ids\` 에 적은 과제 가운데 결과가 없는 것: ${names}`,
      en: `Named in \`--canvas-ids\`, without a result: ${names}`,
    },
  ];
}

function mixedUp(clash: readonly string[]): UsageError {
  const names = inCode(clash);
  const numbers = clash.map((name, index) => `${name}=${4711 + index}`).join(',');
  return new UsageError({
    code: 'CANVAS_COLUMNS',
    message: {
      ko: `Canvas가 ${names} 과제를 구별하지 못합니다. 제목이나 번호가 같습니다.`,
      en: `Canvas cannot tell the assignments ${names} apart: they share a title or a number.`,
    },
    hint: {
      ko: `Canvas의 과제 번호를 하나씩 알려 주세요: \`--canvas-ids ${numbers}\``,
      en: `Give each its own number in Canvas: \`--canvas-ids ${numbers}\``,
    },
  });
}

function inCode(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
