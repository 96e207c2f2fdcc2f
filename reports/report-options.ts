import type { Result } from '../harness/result.ts';
import type { Locale } from '../harness/text.ts';

/** What the writers for machines have in common. */
export interface ReportOptions {
  locale: Locale;
  /** Where a graded script lies, as the reader of the report links to it; `<assignment>/<script>` when left out. */
  scriptPath?: (result: Result) => string;
}

/** Where a script lies when nobody says otherwise. */
export function usualScriptPath({ assignment, script }: Result): string {
  return `${assignment}/${script}`;
}
