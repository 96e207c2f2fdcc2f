import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { discoverAssignments, examplesName, loadExamples } from '../manifest/index.ts';
import { recordExamples, ruleFaults, type Verified, verifyGrader } from '../verify/index.ts';
import { chooseAssignments, chooseCase } from './choose-case.ts';
import { type CommandContext, type CommonOptions, startProgress } from './command-context.ts';
import { type Course, findCourse } from './course.ts';
import { reachEngine } from './engine.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import { type Grounds, prepareGrounds } from './grounds.ts';
import { type LoadedGrader, loadGrader } from './load-grader.ts';
import type { Verdict } from './verdict.ts';
import { VerifyProgress } from './verify-progress.ts';
import { writeVerdicts } from './write-verdicts.ts';

/** Options of `drydock verify`. */
export interface VerifyCommandOptions extends CommonOptions {
  readonly all?: boolean;
  /** One case: `wrong-tag`, `mutants/wrong-tag`, `solution`. */
  readonly case?: string;
  readonly concurrency?: number;
  /** Keeps an example of each message in the grader's folder. */
  readonly record?: boolean;
  readonly prepare: boolean;
  readonly registryMirror?: string;
  readonly runtime?: string;
}

/** `drydock verify`: grades all that an author has said a verdict for, and tells what is not as it was said. */
export async function verify(
  context: CommandContext,
  slugs: readonly string[],
  options: VerifyCommandOptions,
): Promise<ExitCode> {
  const course = await findCourse(options.course, context.cwd);
  const assignments = chooseAssignments(await discoverAssignments(course.assignments), slugs, options);
  const only = await chooseCase(course, assignments, options.case);
  const works = await Promise.all(
    assignments.map(async (assignment) => ({
      assignment,
      loaded: await loadGrader(course, assignment.id, assignment.points),
    })),
  );
  const { docker } = await reachEngine(context.env, context.signal);
  const verdicts: Verdict[] = [];
  {
    using progress = startProgress(context, options);
    const images = [...new Set(assignments.flatMap((assignment) => assignment.images))];
    const grounds = await prepareGrounds(context, { ...options, docker, images, progress });
    const told = new VerifyProgress(progress, context.err, options.lang);
    for (const work of works)
      verdicts.push(await verifyOne(context, course, { ...work, grounds, only, told }, options));
  }
  await writeVerdicts(context, verdicts, options);
  return exitCodeOfVerdicts(verdicts);
}

async function verifyOne(
  { signal }: CommandContext,
  course: Course,
  work: Pick<Verdict, 'assignment' | 'loaded'> & {
    grounds: Grounds;
    only: readonly string[] | undefined;
    told: VerifyProgress;
  },
  { concurrency = availableParallelism(), record }: VerifyCommandOptions,
): Promise<Verdict> {
  const { assignment, loaded, grounds, only, told } = work;
  const began = performance.now();
  const graderFolder = join(course.graders, assignment.id);
  const verified = await verifyGrader({
    ...grounds,
    assignment,
    grader: loaded.grader,
    templates: loaded.templates,
    graderVersion: loaded.version,
    graderFolder,
    concurrency,
    signal,
    ...(only ? { only } : {}),
    planned: (cases) => told.planned(assignment, cases.length),
    graded: (tried, faults) => told.graded(tried, faults),
  });
  if (record && !only && verified.untried.length === 0)
    await keepExamples(graderFolder, loaded.templates, verified.tried);
  const unwritten = only ? [] : await ruleFaults(assignment, loaded.grader, graderFolder);
  return { assignment, loaded, verified, unwritten, wallMs: Math.round(performance.now() - began) };
}

async function keepExamples(
  graderFolder: string,
  templates: LoadedGrader['templates'],
  tried: Verified['tried'],
): Promise<void> {
  const examples = recordExamples(templates, tried, await loadExamples(graderFolder));
  await writeFile(join(graderFolder, examplesName), `${JSON.stringify(examples, null, 2)}\n`);
}

/** A machine that failed says nothing about the grader, so it outweighs the faults that were found beside it. */
function exitCodeOfVerdicts(verdicts: readonly Verdict[]): ExitCode {
  if (verdicts.some(({ verified }) => verified.untried.length > 0)) return exitCode.machine;
  return verdicts.some(({ verified }) => verified.faults.length > 0) ? exitCode.unsound : exitCode.graded;
}
