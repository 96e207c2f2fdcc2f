import { terminal } from '../../reports/terminal/index.ts';
import type { Result } from '../result.ts';
import type { CommandContext, CommonOptions } from './command-context.ts';
import { logGroups } from './log-groups.ts';
import type { OutputFile } from './output-file.ts';

/** Where results go, besides the table. */
export interface WriteOptions extends CommonOptions {
  /** `-` puts JUnit on stdout, and the table on stderr. */
  readonly junit?: string;
  readonly junitFile?: OutputFile | undefined;
  /** Where a result's script lies, as readers of JUnit link to it. */
  readonly scriptPath: (result: Result) => string;
  /** The submissions' folder, as it was typed. */
  readonly dir: string;
}

/** What writes data, and most of what there is to load: a check that only somebody looks at does without. */
export function loadFormats({ json, junit }: Pick<WriteOptions, 'json' | 'junit'>) {
  return json || junit !== undefined ? import('../../reports/index.ts') : undefined;
}

/** Writes results to the places that were asked for: data on stdout, what is only for eyes on stderr. */
export async function writeResults(
  { out, err, env }: CommandContext,
  results: readonly Result[],
  options: WriteOptions,
): Promise<void> {
  const { lang, quiet, junitFile, scriptPath } = options;
  const formats = await loadFormats(options);
  const xml = options.junit === undefined ? undefined : formats?.junit(results, { locale: lang, scriptPath });
  // The file first: a reader of stdout that went away must not cost it.
  if (xml !== undefined) await junitFile?.write(xml);
  const onStdout = options.junit === '-' ? xml : options.json ? formats?.json(results) : undefined;
  const screen = onStdout === undefined ? out : err;
  if (onStdout !== undefined) await out.write(onStdout);
  if (!options.json && !(quiet && screen === err))
    await screen.write(
      terminal(results, {
        locale: lang,
        colour: screen.color,
        columns: screen.columns,
        groups: logGroups(env),
        program: env.DRYDOCK_PROGRAM || 'drydock',
        repeat: options.dir === '.' ? '' : `--dir ${shellWord(options.dir)}`,
      }),
    );
  if (junitFile !== undefined && !options.json && !quiet) await err.write(`JUnit: ${junitFile.path}\n`);
}

/** A word as a shell reads it back. */
function shellWord(word: string): string {
  return /^[\w./~+:@%-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
