import {
  type Diff,
  diffCsv,
  diffHtml,
  diffJson,
  diffMarkdown,
  diffTerminal,
} from '../../../reports/index.ts';
import type { Locale } from '../../text.ts';

/** What a format may need besides the comparison. */
export interface DiffFormatContext {
  readonly locale: Locale;
  readonly columns: number;
  readonly colour: boolean;
  readonly bom: boolean;
}

/** Every format that a comparison can be written in, by the name that `--format` takes. */
export const diffFormats = {
  terminal: diffTerminal,
  csv: diffCsv,
  html: diffHtml,
  json: diffJson,
  markdown: diffMarkdown,
} satisfies Record<string, (diff: Diff, context: DiffFormatContext) => string>;

export type DiffFormatName = keyof typeof diffFormats;
