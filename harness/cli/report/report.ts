import type { JUnitProfile } from '../../../reports/index.ts';
import type { Result, Student } from '../../result.ts';
import type { RosterColumns } from '../../roster/index.ts';
import { sameName } from '../../store/index.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { logGroups } from '../log-groups.ts';
import { OutputFile } from '../output-file.ts';
import { readRosterFile } from '../roster-file.ts';
import { canvasNotes } from './canvas-columns.ts';
import { type Format, type FormatName, formats, isClassFormat } from './formats.ts';
import { joinClass } from './join-class.ts';
import { partsOf, rosterOf, type Split } from './parts.ts';
import { readResults } from './read-results.ts';
import { noneLeft, noScore, splitWithoutFolder } from './report-trouble.ts';
import { scriptPathBelow } from './script-path.ts';
import { writeParts } from './write-parts.ts';

/** Options of `drydock report`. */
export interface ReportOptions extends CommonOptions {
  readonly format: FormatName;
  /** A path, of a folder where `split` is given; stdout when left out. */
  readonly output?: string;
  /** One report for each student, or for each assignment. */
  readonly split?: Split;
  readonly roster?: string;
  readonly courseFile?: string;
  readonly overrides?: string;
  readonly rosterColumns: RosterColumns;
  readonly canvasIds: Readonly<Record<string, string>>;
  readonly junitProfile: JUnitProfile;
  readonly bom?: boolean;
  /** The folder that was graded. */
  readonly dir: string;
  readonly student?: string;
  readonly assignment?: string;
}

/** `drydock report`: writes results that were graded before in any format; nothing is graded again. */
export async function report(
  context: CommandContext,
  paths: readonly string[],
  options: ReportOptions,
): Promise<ExitCode> {
  const { out, err, env, cwd } = context;
  const { split, output, format } = options;
  if (split !== undefined && output === undefined) throw splitWithoutFolder(split);
  const file =
    split !== undefined || output === undefined ? undefined : await OutputFile.open('--output', output, cwd);
  const { courseFile, overrides } = options;
  const given = await readRosterFile(options.roster, options.rosterColumns, cwd);
  const { results: all, roster: everybody } = await readResults(paths, cwd, {
    courseFile,
    overrides,
    roster: given,
  });
  const wanted = options.student === undefined ? undefined : sameName(options.student);
  const results = all.filter(
    ({ student, assignment }) =>
      (wanted ?? student) === student && (options.assignment ?? assignment) === assignment,
  );
  if (results.length === 0) throw noneLeft();
  const roster = wanted === undefined ? everybody : rosterOf(wanted, everybody);
  if (isClassFormat(format)) {
    const { book, notes } = joinClass(results, roster);
    const told = { locale: options.lang, assignmentIds: options.canvasIds };
    // One assignment to a table: there is none to mix it up with.
    if (format === 'canvas' && split !== 'assignment') notes.push(...canvasNotes(book, told));
    if (!options.quiet) for (const note of notes) await err.write(`${note[options.lang]}\n`);
  }
  const onScreen = split === undefined && file === undefined;
  const write = (some: readonly Result[], students: readonly Student[] | undefined) => {
    const writer: Format = formats[format];
    return writer(some, {
      ...{ locale: options.lang, env, columns: out.columns, color: out.color && onScreen },
      groups: onScreen ? logGroups(env) : undefined,
      ...{ bom: options.bom ?? false, junitProfile: options.junitProfile, canvasIds: options.canvasIds },
      ...{ scriptPath: scriptPathBelow(options.dir, cwd), roster: students },
    });
  };
  if (split !== undefined && output !== undefined) {
    const { written, unscored } = await writeParts(partsOf(results, split, format, roster), {
      ...{ write, cwd, folder: output },
    });
    if (!options.quiet) await err.write(`${format}: ${output} (${written})\n`);
    if (unscored.length > 0) throw noScore(format, unscored);
    return exitCode.graded;
  }
  const text = write(results, roster);
  if (text === undefined) throw noScore(format);
  if (file === undefined) await out.write(text);
  else {
    await file.write(text);
    if (!options.quiet) await err.write(`${format}: ${file.path}\n`);
  }
  return exitCode.graded;
}
