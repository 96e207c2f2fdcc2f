import type { Result } from '../../harness/result.ts';
import type { Locale } from '../../harness/text.ts';
import { plainLine } from '../plain-text.ts';

/** What is to be told of files that were to be left as they were handed out, a line each; empty when they were. */
export function changedFiles({ evidence }: Result, locale: Locale): string[] {
  return evidence.remarks
    .filter(({ code }) => code === 'protected-file')
    .map(({ text }) => plainLine(text[locale]));
}
