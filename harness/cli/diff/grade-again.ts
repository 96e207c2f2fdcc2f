import type { Assignment } from '../../manifest/index.ts';
import { type GradedAssignment, type GradingJob, LocalQueue } from '../../queue/index.ts';
import type { Result } from '../../result.ts';
import { ResultStore, type RunRecord, runSchemaId, storeKey, writeRun } from '../../store/index.ts';
import { type CommandContext, type CommonOptions, startProgress } from '../command-context.ts';
import type { Course } from '../course.ts';
import { reachEngine } from '../engine.ts';
import { prepareGrounds } from '../grounds.ts';
import { loadGrader } from '../load-grader.ts';
import type { Progress } from '../progress.ts';
import type { Source } from './regrade-source.ts';

/** What is graded again, and where its results go. */
export interface GradingAgain {
  readonly jobs: readonly GradingJob[];
  readonly assignments: readonly Assignment[];
  readonly course: Course;
  /** The folder for the new results. */
  readonly folder: string;
  /** Where the submissions are. */
  readonly source: Source;
  /** The run whose results are compared, where it left a record. */
  readonly run: RunRecord | undefined;
  /** At most so many at once; as many as the machine carries when left out. */
  readonly concurrency: number | undefined;
}

/** Grades jobs on this machine with the course's graders, and stores each result as it comes, as any run does. */
export async function gradeAgain(
  context: CommandContext,
  again: GradingAgain,
  options: CommonOptions & { prepare: boolean; registryMirror?: string; runtime?: string },
): Promise<Result[]> {
  const { jobs, folder, concurrency } = again;
  const { signal } = context;
  const used = again.assignments.filter(({ id }) => jobs.some(({ assignment }) => assignment === id));
  const assignments = await graded(again.course, used);
  const { docker } = await reachEngine(context.env, signal);
  const results: Result[] = [];
  using progress = startProgress(context, options);
  const images = [...new Set(used.flatMap((assignment) => assignment.images))];
  const grounds = await prepareGrounds(context, { ...options, docker, images, progress });
  using store = await ResultStore.open(folder);
  const record = recordOf(again, assignments);
  await writeRun(folder, record);
  await using queue = new LocalQueue(
    { ...grounds, assignments },
    concurrency === undefined ? {} : { max: concurrency },
  );
  async function* given() {
    yield* jobs;
  }
  await queue.grade(
    given(),
    {
      started: () => undefined,
      finished: async ({ result }) => {
        await store.put({ ...result, key: storeKey(result) });
        results.push(result);
        told(progress, results.length, jobs.length);
      },
    },
    signal,
  );
  await writeRun(folder, { ...record, ...endOf(results) });
  return results;
}

async function graded(
  course: Course,
  assignments: readonly Assignment[],
): Promise<Map<string, GradedAssignment>> {
  const all = await Promise.all(
    assignments.map(async (assignment) => {
      const { grader, version } = await loadGrader(course, assignment.id, assignment.points);
      return [assignment.id, { assignment, grader, graderVersion: version }] as const;
    }),
  );
  return new Map(all);
}

function recordOf(
  { run, source, folder, jobs, concurrency, ...again }: GradingAgain,
  assignments: ReadonlyMap<string, GradedAssignment>,
): RunRecord {
  const all = [...assignments.values()];
  return {
    schema: runSchemaId,
    submissions: source.dir ?? folder,
    ...{ roster: run?.roster ?? null, course: run?.course ?? null, overrides: run?.overrides ?? null },
    // All of the course: overrides may name any.
    assignments: again.assignments.map(({ id, title, points, script }) => ({ id, title, points, script })),
    ...{ startedAt: new Date().toISOString(), endedAt: null },
    graderVersions: Object.fromEntries(
      all.map(({ assignment, graderVersion }) => [assignment.id, graderVersion]),
    ),
    ...{ engineVersion: null, images: {} },
    counts: {},
    options: {
      ...{ regrade: true, jobs: jobs.length, concurrency: concurrency ?? null },
      ...{ map: source.map ?? null, repositories: source.gitUrls ?? null },
      localRepositories: source.localRepositories ?? false,
    },
  };
}

function endOf(results: readonly Result[]): Partial<RunRecord> {
  const counts: Record<string, number> = {};
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return {
    ...{ endedAt: new Date().toISOString(), counts },
    engineVersion: results.find(({ engineVersion }) => engineVersion !== null)?.engineVersion ?? null,
    images: Object.assign({}, ...results.map(({ images }) => images)),
  };
}

function told(progress: Progress, done: number, all: number): void {
  progress.show({ phase: { ko: '다시 채점', en: 'grading again' }, detail: `${done}/${all}` });
}
