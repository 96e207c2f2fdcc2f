import { diffOf } from '../../../reports/index.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { OutputFile } from '../output-file.ts';
import { type DiffFormatName, diffFormats } from './diff-formats.ts';
import { readGrading } from './read-grading.ts';

/** Options of `drydock diff`. */
export interface DiffOptions extends CommonOptions {
  readonly format: DiffFormatName;
  /** A path; stdout when left out. */
  readonly output?: string;
  readonly failOnChange?: boolean;
  readonly bom?: boolean;
}

/** `drydock diff`: compares two gradings that were stored; nothing is graded again. */
export async function diff(
  { out, err, cwd }: CommandContext,
  [before, after]: readonly [string, string],
  options: DiffOptions,
): Promise<ExitCode> {
  const { lang, json, quiet, output, failOnChange, bom = false } = options;
  const file = output === undefined ? undefined : await OutputFile.open('--output', output, cwd);
  const [was, is] = [await readGrading(before, cwd), await readGrading(after, cwd)];
  const compared = diffOf(was.results, is.results);
  const format = json ? 'json' : options.format;
  const context = { locale: lang, columns: out.columns, colour: out.color && file === undefined, bom };
  const text = diffFormats[format](compared, context);
  if (file === undefined) await out.write(text);
  else {
    await file.write(text);
    if (!quiet) await err.write(`${format}: ${file.path}\n`);
  }
  return failOnChange && compared.changes.length > 0 ? exitCode.changed : exitCode.graded;
}
