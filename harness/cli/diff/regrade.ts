import { join, resolve } from 'node:path';
import { diffOf } from '../../../reports/index.ts';
import { type Assignment, discoverAssignments } from '../../manifest/index.ts';
import { ProcessFolder } from '../../process-folder.ts';
import { takeIn } from '../../submissions/index.ts';
import type { CommandContext, CommonOptions } from '../command-context.ts';
import { findCourse } from '../course.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { OutputFile } from '../output-file.ts';
import { diffFormats } from './diff-formats.ts';
import { gradeAgain } from './grade-again.ts';
import { type Grading, readGrading } from './read-grading.ts';
import { regradeFolder } from './regrade-folder.ts';
import { type RegradePlan, regradePlan, type Wanted } from './regrade-jobs.ts';
import { type Source, sourceOf } from './regrade-source.ts';
import { nothingToRegrade, submissionsUnknown } from './regrade-trouble.ts';

/** Options of `drydock regrade`. */
export interface RegradeOptions extends CommonOptions, Wanted {
  readonly against: string;
  readonly submissions?: string;
  readonly output?: string;
  readonly concurrency?: number;
  readonly failOnChange?: boolean;
  readonly prepare: boolean;
  readonly registryMirror?: string;
  readonly runtime?: string;
}

/**
 * `drydock regrade`: grades submissions again with the graders as they are now, into a new folder, and shows what that
 * moves: in the terminal, as diff.html, diff.csv and diff.md. Scores are compared as graded, before anything adjusted them.
 */
export async function regrade(context: CommandContext, options: RegradeOptions): Promise<ExitCode> {
  const { against, lang, quiet, json, failOnChange, concurrency } = options;
  const { out, err, cwd, signal } = context;
  const folder = await regradeFolder(options.output, against, cwd);
  const course = await findCourse(options.course, cwd);
  const grading = await readGrading(against, cwd, { courseFile: null, overrides: null });
  const given = options.submissions === undefined ? undefined : resolve(cwd, options.submissions);
  const source = sourceOf(grading.run, given, resolve(cwd, against));
  if (source === undefined) throw submissionsUnknown(against);
  const submissions = source.dir ?? source.gitUrls ?? '';
  await ProcessFolder.sweep().catch(() => undefined);
  await using temporary = await ProcessFolder.make('class');
  const assignments = await discoverAssignments(course.assignments);
  const plan = await planFor(grading, {
    source,
    assignments,
    wanted: options,
    temporary: temporary.path,
    signal,
  });
  if (plan.jobs.length === 0) throw nothingToRegrade(submissions);
  if (!quiet && plan.gone.length > 0) await err.write(`${goneText(plan.gone.length)[lang]}\n`);

  const graded = { folder, course, source, run: grading.run, concurrency };
  const after = await gradeAgain(context, { ...graded, assignments, jobs: plan.jobs }, options);
  const diff = diffOf(plan.before, after);
  for (const [name, text] of [
    ['diff.html', diffFormats.html(diff, { locale: lang })],
    ['diff.csv', diffFormats.csv(diff, { locale: lang, bom: true })],
    ['diff.md', diffFormats.markdown(diff, { locale: lang })],
  ] as const) {
    await (await OutputFile.open('--output', join(folder, name), cwd)).write(text);
    if (!quiet) await err.write(`${join(folder, name)}\n`);
  }
  const terminal = { locale: lang, columns: out.columns, colour: out.color };
  await out.write(json ? diffFormats.json(diff) : diffFormats.terminal(diff, terminal));
  if (after.some(({ score }) => score === null)) return exitCode.machine;
  return failOnChange && diff.changes.length > 0 ? exitCode.changed : exitCode.graded;
}

async function planFor(
  { results, roster }: Grading,
  options: {
    source: Source;
    assignments: readonly Assignment[];
    wanted: Wanted;
    temporary: string;
    signal: AbortSignal;
  },
): Promise<RegradePlan> {
  const { source, assignments, wanted, temporary, signal } = options;
  const outlines = assignments.map(({ id, files }) => ({ slug: id, files: files.map(({ path }) => path) }));
  const { submissions } = await takeIn({
    ...{ ...source, assignments: outlines, chosen: wanted.assignment ?? [], temporary, signal },
    ...(roster === undefined ? {} : { roster }),
  });
  return regradePlan(results, submissions, wanted);
}

function goneText(count: number) {
  return {
    ko: `제출물을 찾을 수 없어 비교에서 뺀 결과: ${count}개`,
    en: `Left out of the comparison, because their submissions were not found: ${count}`,
  };
}
