import { styleText } from 'node:util';
import type { Locale, Text } from '../text.ts';

/** One thing that `drydock doctor` looked at. */
export interface Finding {
  /** Stable, for programs: `docker`, `images`. */
  readonly id: string;
  /** `missing`: grading would not work. `advice`: it would, and something could be better. */
  readonly status: 'ok' | 'advice' | 'missing';
  readonly title: Text;
  /** What was found, with the real value. */
  readonly found: Text;
  /** What to do about it; nothing when all is well. */
  readonly hint?: Text;
}

/** The same words in both languages: versions, sizes, names. */
export function same(text: string): Text {
  return { ko: text, en: text };
}

const marks = { ok: '✓', advice: '!', missing: '✗' } as const;
const colors = { ok: 'green', advice: 'yellow', missing: 'red' } as const;

/** One line per finding, and below it what to do. */
export function findingLines(
  findings: readonly Finding[],
  { locale, color }: { locale: Locale; color: boolean },
): string {
  return findings
    .map(({ status, title, found, hint }) => {
      const mark = color
        ? styleText(colors[status], marks[status], { validateStream: false })
        : marks[status];
      const line = `${mark} ${title[locale]}: ${found[locale]}\n`;
      return hint === undefined ? line : `${line}  → ${hint[locale]}\n`;
    })
    .join('');
}
