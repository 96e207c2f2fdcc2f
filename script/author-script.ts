import { join } from 'node:path';
import { expectArchives } from '../harness/cli/archive-heap.ts';
import { chooseAssignments } from '../harness/cli/choose-case.ts';
import { reachEngine } from '../harness/cli/engine.ts';
import { exitCodeOf } from '../harness/cli/exit-code.ts';
import { type Grounds, prepareGrounds } from '../harness/cli/grounds.ts';
import { loadGrader } from '../harness/cli/load-grader.ts';
import { Output } from '../harness/cli/output.ts';
import { Progress } from '../harness/cli/progress.ts';
import { troubleReport } from '../harness/cli/trouble-report.ts';
import { UsageError } from '../harness/errors.ts';
import type { FlakeSubject } from '../harness/flake/index.ts';
import { discoverAssignments } from '../harness/manifest/index.ts';
import { interruptible } from './interruptible.ts';

/** What a script for authors works on. */
export interface Bench {
  readonly root: string;
  readonly signal: AbortSignal;
  /** Loads the graders of these assignments, of all when none is named, and makes their images ready. */
  ground(slugs: readonly string[]): Promise<{ subjects: FlakeSubject[]; grounds: Grounds }>;
}

/** Runs a script to its exit code: what it throws is told as the commands tell it, and Ctrl-C or SIGTERM stops it. */
export async function authorScript(work: (bench: Bench) => Promise<number>): Promise<void> {
  expectArchives();
  const root = join(import.meta.dirname, '..');
  const interruption = interruptible();
  const { signal } = interruption;
  let code: number;
  try {
    code = await work({ root, signal, ground: (slugs) => ground(root, slugs, signal) });
  } catch (thrown) {
    if (!interruption.explains(thrown))
      process.stderr.write(troubleReport(thrown, { locale: 'en', color: false }));
    code = exitCodeOf(thrown);
  }
  process.exitCode = interruption.code ?? code;
}

async function ground(root: string, slugs: readonly string[], signal: AbortSignal) {
  const { env, stdout, stderr } = process;
  const course = { root, assignments: join(root, 'assignments'), graders: join(root, 'graders') };
  const all = await discoverAssignments(course.assignments);
  const assignments = chooseAssignments(all, slugs, { all: slugs.length === 0 });
  const subjects = await Promise.all(
    assignments.map(async (assignment) => {
      const { grader, version } = await loadGrader(course, assignment.id, assignment.points);
      const graderFolder = join(course.graders, assignment.id);
      return { assignment, grader, graderVersion: version, graderFolder };
    }),
  );
  const { docker } = await reachEngine(env, signal);
  const images = [...new Set(assignments.flatMap((assignment) => assignment.images))];
  const err = new Output(stderr, env);
  using progress = new Progress(err, 'lines', 'en');
  const context = { out: new Output(stdout, env), err, env, cwd: process.cwd(), signal };
  const grounds = await prepareGrounds(context, { docker, images, progress, prepare: true });
  return { subjects, grounds };
}

/** What `parse` gives; an argument that cannot be is told with an example. Throws UsageError. */
export function asked<Parsed>(parse: () => Parsed, example: string): Parsed {
  try {
    return parse();
  } catch (cause) {
    throw unusable(cause instanceof Error ? cause.message : String(cause), example);
  }
}

/** The positive number of an option, or the usual one. Throws UsageError. */
export function askedNumber(name: string, given: string | undefined, usual: number, example: string): number {
  const value = given === undefined ? usual : Number(given);
  if (!(value > 0)) throw unusable(`--${name} ${given}`, example);
  return value;
}

function unusable(what: string, example: string): UsageError {
  return new UsageError({
    code: 'SCRIPT_OPTIONS',
    message: { ko: `쓸 수 없는 옵션입니다: ${what}`, en: `This cannot be: ${what}` },
    hint: { ko: `예: \`${example}\``, en: `Such as: \`${example}\`` },
  });
}
