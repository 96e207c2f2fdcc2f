import type { Locale } from '../text.ts';
import type { Environment, Output } from './output.ts';
import { Progress, type ProgressMode } from './progress.ts';

/** What every command gets from the process: nothing below reads the environment or the streams by itself. */
export interface CommandContext {
  readonly out: Output;
  readonly err: Output;
  readonly env: Environment;
  readonly cwd: string;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Options that every command understands. */
export interface CommonOptions {
  readonly lang: Locale;
  readonly course?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The progress of a command: silent where JSON or `--quiet` was asked for, plain lines where nothing can be redrawn. */
export function startProgress({ err }: CommandContext, { lang, json, quiet }: CommonOptions): Progress {
  const mode: ProgressMode = quiet || json ? 'silent' : err.animated ? 'live' : 'lines';
  return new Progress(err, mode, lang);
}
