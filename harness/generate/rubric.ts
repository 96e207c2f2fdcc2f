import type { Grader } from '../authoring/index.ts';
import type { Locale } from '../text.ts';

const heads: Record<Locale, [string, string]> = { ko: ['항목', '점수'], en: ['Check', 'Points'] };
const advice: Record<Locale, string> = { ko: '조언', en: 'advice' };

/** A grader's checks with their points, as the Markdown table of a statement. */
export function rubric(grader: Grader, locale: Locale): string {
  const [check, points] = heads[locale];
  const rows = grader.checks.map(
    ({ title, points }) => `| ${title[locale].replaceAll('|', '\\|')} | ${points || advice[locale]} |`,
  );
  return ['', `| ${check} | ${points} |`, '|---|--:|', ...rows, ''].join('\n');
}
