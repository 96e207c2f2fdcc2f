import type { Locale } from '../../harness/text.ts';
import type { LogGroups } from './log-groups.ts';

export interface TerminalOptions {
  locale: Locale;
  /** The terminal's width; lines never grow beyond it, nor beyond 100, where reading gets hard. */
  columns: number;
  /** False gives plain text without a single escape sequence. */
  colour: boolean;
  /** What the reader types to start Drydock: `drydock` when left out, `script/drydock` in a checkout. */
  program?: string;
  /** Options to repeat when the reader checks again, `--dir ~/work`. */
  repeat?: string;
  /**
   * The CI service that shows the log: several results are folded there, with a table of all of them
   * below, and nothing in any of them is a command to the service.
   */
  groups?: LogGroups | undefined;
}

/** Blank columns left of everything, so that a verdict stands apart from what was typed. */
export const margin = '  ';

/** Columns between the margins. */
export function innerColumns({ columns }: TerminalOptions): number {
  return Math.max(36, Math.min(columns, 100) - 2 * margin.length);
}
