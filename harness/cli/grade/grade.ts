import { join, resolve } from 'node:path';
import { gradeClass, planOf, Sentinels, type Stop, Unproven } from '../../bulk/index.ts';
import { type Assignment, discoverAssignments, loadPolicies } from '../../manifest/index.ts';
import { ProcessFolder } from '../../process-folder.ts';
import {
  ResultStore,
  type RunRecord,
  readOverrides,
  readRun,
  readStored,
  storeKey,
  writeRun,
} from '../../store/index.ts';
import { type Intake, takeIn } from '../../submissions/index.ts';
import { type CommandContext, startProgress } from '../command-context.ts';
import { type Course, findCourse } from '../course.ts';
import { type ExitCode, exitCode, exitCodeOfResults } from '../exit-code.ts';
import { loadGrader } from '../load-grader.ts';
import { readRosterFile } from '../roster-file.ts';
import { queueOf } from '../worker/index.ts';
import { asBefore, saidBefore } from './as-before.ts';
import { writeClassFiles } from './class-files.ts';
import { classGrounds } from './class-grounds.ts';
import { ClassProgress } from './class-progress.ts';
import { openClassQueue, reachClassQueue } from './class-queue.ts';
import { type ClassAssignment, classSlugs, classWork } from './class-work.ts';
import { closingWords } from './closing-words.ts';
import type { GradeOptions } from './grade-options.ts';
import { refuseNothing } from './nothing-found.ts';
import { runRecord } from './run-record.ts';
import { settle } from './settle.ts';
import { unsettled } from './unsettled.ts';

/**
 * `drydock grade`: grades what a class handed in, keeping each result as it comes. Run again, it grades what has changed
 * or has no score yet, and leaves the rest as it is.
 */
export async function grade(
  context: CommandContext,
  given: string | undefined,
  asked: GradeOptions,
): Promise<ExitCode> {
  const { cwd, signal } = context;
  const course = await findCourse(asked.course, cwd);
  const dir = given === undefined ? undefined : resolve(cwd, given);
  const folder = resolve(cwd, asked.out ?? `${dir ?? 'class'}-results`);
  const before = await readRun(folder);
  const options = asBefore(asked, before);
  const taken = saidBefore(asked, options, cwd);
  if (taken && !asked.quiet && !asked.json) await context.err.write(`${taken[asked.lang]}\n`);
  const roster = await readRosterFile(options.roster, options.rosterColumns, cwd);
  // The operator's slips are told before anything is graded.
  await reachClassQueue(context, options);
  const known = await discoverAssignments(course.assignments);
  const ids = known.map(({ id }) => id);
  if (options.courseFile) await loadPolicies(resolve(cwd, options.courseFile), ids);
  if (options.overrides) await readOverrides(resolve(cwd, options.overrides));

  // What a run that was killed has left is other people's work.
  await ProcessFolder.sweep().catch(() => undefined);
  await using own = await ProcessFolder.make('class');
  const temporary = own.path;
  const intake = await takeIn({
    ...(dir === undefined ? {} : { dir }),
    ...(roster === undefined ? {} : { roster }),
    ...(options.map === undefined ? {} : { map: resolve(cwd, options.map) }),
    ...(options.repositories === undefined ? {} : { gitUrls: resolve(cwd, options.repositories) }),
    localRepositories: options.localRepositories ?? false,
    assignments: known.map(({ id, files }) => ({ slug: id, files: files.map(({ path }) => path) })),
    chosen: options.assignment,
    results: folder,
    temporary,
    signal,
  });
  refuseNothing(intake, given ?? options.repositories ?? '');
  const slugs = classSlugs(intake, options.assignment);
  // Workers compare the images of the whole course.
  const queue = queueOf(options.queue, context.env);
  const used = queue === undefined ? known.filter(({ id }) => slugs.has(id)) : known;
  const images = [...new Set(used.flatMap((one) => one.images))];
  const assignments = await Promise.all(
    known
      .filter(({ id }) => slugs.has(id))
      .map(async (assignment) => ({
        assignment,
        loaded: await loadGrader(course, assignment.id, assignment.points),
      })),
  );
  using store = await ResultStore.open(folder);
  const graded = await gradeAndKeep(
    context,
    { ...{ course, dir, folder, store, intake, assignments, known, temporary, before }, images },
    options,
  );
  const stored = await readStored(folder);
  const counts = Object.fromEntries(
    [...Map.groupBy(stored.results, ({ outcome }) => outcome)].map(([outcome, own]) => [outcome, own.length]),
  );
  const endedAt = graded.stop ? null : new Date().toISOString();
  await writeRun(folder, { ...graded.record, endedAt, counts });
  const files = await writeClassFiles(context, folder, stored, options);
  await closingWords(context, { ...graded, stored, files, intake, folder }, options);
  const lost = unsettled(intake, stored.results, options.student).length + stored.troubles.length > 0;
  return graded.stop || lost ? exitCode.machine : exitCodeOfResults(stored.results, undefined);
}

interface ClassPlace {
  course: Course;
  dir: string | undefined;
  folder: string;
  store: ResultStore;
  intake: Intake;
  assignments: readonly ClassAssignment[];
  /** All of the course. */
  known: readonly Assignment[];
  images: readonly string[];
  temporary: string;
  /** The record of the run that used the folder before. */
  before: RunRecord | undefined;
}

/** Grades what has to be, and says how much that was. */
async function gradeAndKeep(
  context: CommandContext,
  { course, dir, folder, store, intake, assignments, known, images, temporary, before }: ClassPlace,
  options: GradeOptions,
): Promise<{ graded: number; unchanged: number; stop: Stop | undefined; record: RunRecord }> {
  const { signal } = context;
  const work = classWork(intake, assignments, { dir: dir ?? folder, chosen: options.student });
  using progress = startProgress(context, options);
  const grounds = await classGrounds(context, { course, images, before, progress }, options);
  const { engineVersion, images: ids } = grounds;
  const versions = new Map(
    assignments.map(({ assignment, loaded }) => [assignment.id, { assignment, loaded }]),
  );
  const keyOf = (slug: string, submissionHash: string | null) => {
    const one = versions.get(slug);
    const references = one?.assignment.images ?? [];
    return storeKey({
      ...{ submissionHash, graderVersion: one?.loaded.version ?? '', engineVersion },
      images: Object.fromEntries(references.map((name) => [name, ids[name] ?? ''])),
    });
  };
  const { force = false, onlyErrors = false } = options;
  const plan = await planOf({ jobs: work.jobs, kept: store, keyOf, force, onlyErrors, signal });
  const record = runRecord(
    { dir: dir ?? folder, known, assignments, grounds, startedAt: new Date(), cwd: context.cwd },
    options,
  );
  await writeRun(folder, record);
  for (const result of work.settled) await settle(store, result, onlyErrors);

  const sentinels =
    options.sentinelEvery === 0
      ? undefined
      : await Sentinels.layOut(
          assignments.map(({ assignment }) => ({
            assignment,
            graderFolder: join(course.graders, assignment.id),
          })),
          join(temporary, 'sentinels'),
        );
  await using queue = await openClassQueue({ folder, assignments, grounds, progress }, options);
  const watch = new ClassProgress(progress, context.err, plan.jobs, options.lang);
  const stop = await gradeClass({
    ...{
      jobs: plan.jobs,
      queue,
      kept: store,
      keyOf,
      submittedAt: work.submittedAt,
      locate: work.locate,
      sentinels,
      watch,
      signal,
    },
    every: options.sentinelEvery || Number.POSITIVE_INFINITY,
    unproven: await Unproven.open(join(folder, 'unproven.jsonl')),
  });
  return { graded: watch.done, unchanged: plan.unchanged.length, stop, record };
}
