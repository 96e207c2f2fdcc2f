import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { JUnitProfile } from '../../../reports/index.ts';
import { SandboxError, UsageError } from '../../errors.ts';
import type { Student } from '../../result.ts';
import { type RosterColumns, readRoster } from '../../roster/index.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { logGroups } from '../log-groups.ts';
import { OutputFile } from '../output-file.ts';
import { type Format, type FormatName, formats, isClassFormat } from './formats.ts';
import { joinClass } from './join-class.ts';
import { readResults } from './read-results.ts';
import { scriptPathBelow } from './script-path.ts';

/** Options of `drydock report`. */
export interface ReportOptions extends CommonOptions {
  readonly format: FormatName;
  /** A path; stdout when left out. */
  readonly output?: string;
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
  const file =
    options.output === undefined ? undefined : await OutputFile.open('--output', options.output, cwd);
  const { courseFile, overrides } = options;
  const given = await rosterOf(options, cwd);
  const { results: all, roster } = await readResults(paths, cwd, { courseFile, overrides, roster: given });
  const results = all.filter(
    ({ student, assignment }) =>
      (options.student ?? student) === student && (options.assignment ?? assignment) === assignment,
  );
  if (results.length === 0) throw noneLeft();
  if (isClassFormat(options.format)) {
    const { notes } = joinClass(results, roster);
    if (!options.quiet) for (const note of notes) await err.write(`${note[options.lang]}\n`);
  }
  const write: Format = formats[options.format];
  const text = write(results, {
    ...{ locale: options.lang, env, columns: out.columns, color: out.color && file === undefined },
    groups: file === undefined ? logGroups(env) : undefined,
    ...{ bom: options.bom ?? false, junitProfile: options.junitProfile, canvasIds: options.canvasIds },
    scriptPath: scriptPathBelow(options.dir, cwd),
    roster,
  });
  if (text === undefined) throw noScore(options.format);
  if (file === undefined) await out.write(text);
  else {
    await file.write(text);
    if (!options.quiet) await err.write(`${options.format}: ${file.path}\n`);
  }
  return exitCode.graded;
}

async function rosterOf(
  { roster, rosterColumns }: ReportOptions,
  cwd: string,
): Promise<Student[] | undefined> {
  if (roster === undefined) return undefined;
  const csv = await readFile(resolve(cwd, roster), 'utf8').catch((cause) => {
    throw new UsageError({
      code: 'ROSTER_FILE',
      message: {
        ko: `\`${roster}\` 명단을 읽을 수 없습니다.`,
        en: `The roster \`${roster}\` cannot be read.`,
      },
      hint: { ko: `\`ls -l ${roster}\` 로 파일을 확인하세요.`, en: `Look for the file: \`ls -l ${roster}\`` },
      cause,
    });
  });
  return readRoster(csv, roster, rosterColumns);
}

function noneLeft(): UsageError {
  return new UsageError({
    code: 'NO_SUCH_RESULT',
    message: {
      ko: '`--student` 와 `--assignment` 에 맞는 결과가 없습니다.',
      en: 'No result fits `--student` and `--assignment`.',
    },
    hint: {
      ko: '`drydock report 폴더 --format grades` 로 있는 결과를 보세요.',
      en: 'See which there are: `drydock report FOLDER --format grades`',
    },
  });
}

/** Formats whose readers take any file for a grade are not written without a score: that is the machine's failure. */
function noScore(format: string): SandboxError {
  return new SandboxError({
    code: 'NO_SCORE',
    message: {
      ko: `점수가 없는 결과가 있어서 \`${format}\` 형식을 쓰지 않았습니다. 0점이 아닙니다.`,
      en: `A result has no score, so \`${format}\` was not written. That is not a zero.`,
    },
    hint: {
      ko: '다시 채점하세요: `drydock check`. 까닭은 `--format terminal` 로 볼 수 있습니다.',
      en: 'Grade again: `drydock check`. The reason is in `--format terminal`.',
    },
  });
}
