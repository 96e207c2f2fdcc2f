import { join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { engineReference } from '../images/index.ts';
import { discoverAssignments } from '../manifest/index.ts';
import type { Result } from '../result.ts';
import type { CommandContext, CommonOptions } from './command-context.ts';
import { type Course, findCourse } from './course.ts';
import { reachEngine } from './engine.ts';
import { type ExitCode, exitCodeOfResults } from './exit-code.ts';
import { findSubmissions } from './find-submissions.ts';
import { gradeAll, loadGrading, type Work } from './grade-all.ts';
import { loadGrader } from './load-grader.ts';
import { OutputFile } from './output-file.ts';

/** Options of `drydock check`. */
export interface CheckOptions extends CommonOptions {
  readonly dir: string;
  readonly student?: string;
  /** A path, or `-` for stdout. */
  readonly junit?: string;
  /** Percent of an assignment's points. */
  readonly failUnder?: number;
  /** How many times longer all times are. */
  readonly patience?: number;
  readonly prepare: boolean;
  readonly registryMirror?: string;
  /** A name that the engine offers, or `auto`. */
  readonly runtime?: string;
}

/**
 * `drydock check`: grades the submissions of one folder, one after another. Whatever was graded before the machine
 * failed is reported before the failure is thrown.
 */
export async function check(
  context: CommandContext,
  slugs: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const { junit, json } = options;
  if (junit === '-' && json) throw bothOnStdout();
  const course = await findCourse(options.course, context.cwd);
  // The engine is asked and the libraries are loaded while the folders are read; the operator's slips are told first.
  const reaching = reachEngine(context.env, context.signal);
  const loading = loadGrading();
  for (const early of [reaching, loading]) early.catch(() => undefined);
  const asked = Promise.all([reaching, loading])
    .then(([{ docker, version }, { askAhead }]) => askAhead(docker, engineReference(), version))
    .catch(() => undefined);
  // Whatever happens: asking may have made a container, which has to be gone again.
  await using asking = new AsyncDisposableStack();
  asking.defer(() => asked);

  // Manifests and graders keep this process busy: first what the engine has to be asked.
  await loading.catch(() => undefined);
  const junitFile =
    junit === undefined || junit === '-' ? undefined : await OutputFile.open('--junit', junit, context.cwd);
  const works = await findWork(course, slugs, resolve(context.cwd, options.dir));
  const [{ docker }, parts] = await Promise.all([reaching, loading]);

  // The report writers are loaded while the first command is under way.
  const onReplay = () =>
    void import('./write-results.ts').then(({ loadFormats }) => loadFormats(options)).catch(() => undefined);
  const { results, failure } = await gradeAll({ context, options, works, docker, parts, onReplay });
  if (results.length > 0) {
    const { writeResults } = await import('./write-results.ts');
    await writeResults(context, results, {
      ...options,
      junitFile,
      scriptPath: scriptPathIn(works, context.cwd),
    });
  }
  if (failure !== undefined) throw failure.thrown;
  return exitCodeOfResults(results, options.failUnder);
}

async function findWork(course: Course, slugs: readonly string[], dir: string): Promise<Work[]> {
  const assignments = await discoverAssignments(course.assignments);
  const outlines = assignments.map(({ id, files }) => ({ slug: id, files: files.map(({ path }) => path) }));
  const found = await findSubmissions({ dir, chosen: slugs, assignments: outlines });
  return found.flatMap(({ slug, folder }) =>
    assignments
      .filter(({ id }) => id === slug)
      .map((assignment) => {
        const loaded = loadGrader(course, slug, assignment.points);
        // Thrown where it is waited for.
        loaded.catch(() => undefined);
        return { assignment, folder, loaded };
      }),
  );
}

/** Relative to where the command was typed, as CI expects; below the assignment's name where that would lead outside. */
function scriptPathIn(works: readonly Work[], cwd: string): (result: Result) => string {
  return ({ assignment: id, script }) => {
    const work = works.find(({ assignment }) => assignment.id === id);
    const path = relative(cwd, join(work?.folder ?? id, script));
    return path.startsWith('..') ? `${id}/${script}` : path;
  };
}

function bothOnStdout(): UsageError {
  return new UsageError({
    code: 'STDOUT_TWICE',
    message: {
      ko: '`--json` 과 `--junit -` 는 둘 다 표준 출력을 쓰므로 함께 쓸 수 없습니다.',
      en: '`--json` and `--junit -` both write to stdout, so they cannot be used together.',
    },
    hint: {
      ko: '`--junit report.xml` 처럼 파일을 주세요.',
      en: 'Give JUnit a file: `--junit report.xml`.',
    },
  });
}
