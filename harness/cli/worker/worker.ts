import { availableParallelism, hostname } from 'node:os';
import { discoverAssignments } from '../../manifest/index.ts';
import {
  checkQueue,
  type GradedAssignment,
  type GradingGrounds,
  gradeJob,
  runWorker,
} from '../../queue/index.ts';
import { startSandbox, unrunResult } from '../../runner/index.ts';
import type { Text } from '../../text.ts';
import { type CommandContext, type CommonOptions, startProgress } from '../command-context.ts';
import { findCourse } from '../course.ts';
import { reachEngine } from '../engine.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { prepareGrounds } from '../grounds.ts';
import { loadGrader } from '../load-grader.ts';
import { courseVersions } from './course-versions.ts';
import { queueMissing, queueOf } from './queue-of.ts';
import { gradedLine, serving, workerOut } from './worker-texts.ts';

/** Options of `drydock worker`. */
export interface WorkerCommandOptions extends CommonOptions {
  readonly queue?: string;
  readonly concurrency?: number;
  readonly name?: string;
  readonly patience?: number;
  readonly prepare: boolean;
  readonly registryMirror?: string;
  readonly runtime?: string;
}

/** `drydock worker`: grades what coordinators send by way of Redis, until it is ended or its machine keeps failing. */
export async function worker(context: CommandContext, options: WorkerCommandOptions): Promise<ExitCode> {
  const url = queueOf(options.queue, context.env);
  if (url === undefined) throw queueMissing();
  // The list of processes would show a password that was typed after --queue.
  process.title = 'drydock worker';
  await checkQueue(url);
  const { lang, name = hostname(), concurrency: slots = availableParallelism(), patience = 1 } = options;
  const assignments = await loadAssignments(context, options);
  const { docker } = await reachEngine(context.env, context.signal);
  using progress = startProgress(context, options);
  const notice = (text: Text) => progress.say(text[lang]);
  const images = [...new Set([...assignments.values()].flatMap(({ assignment }) => assignment.images))];
  const prepared = await prepareGrounds(context, { ...options, docker, images, progress });
  const grounds: GradingGrounds = { ...prepared, patience, assignments };
  const versions = courseVersions(prepared.golden, assignments.values());

  notice(serving(name, slots));
  const end = await runWorker({
    ...{ url, name, slots, versions, notice, drain: context.signal },
    async grade(job, signal) {
      const began = performance.now();
      const result = await gradeJob(job, grounds, { signal });
      notice(gradedLine(result, performance.now() - began));
      return result;
    },
    async unable(job, reason) {
      const graded = assignments.get(job.assignment);
      // A job of other versions never gets here, so its assignment is known.
      if (graded === undefined) return gradeJob(job, grounds, { signal: context.signal });
      return unrunResult({ student: job.student, ...graded }, 'error', reason, null, new Date());
    },
    healthy: () => startsEngine(grounds),
  });
  if (end.kind === 'out') throw workerOut(end.why);
  return exitCode.graded;
}

async function loadAssignments(
  { cwd }: CommandContext,
  { course: given }: WorkerCommandOptions,
): Promise<Map<string, GradedAssignment>> {
  const course = await findCourse(given, cwd);
  const found = await discoverAssignments(course.assignments);
  const loaded = await Promise.all(
    found.map(async (assignment) => {
      const { grader, version } = await loadGrader(course, assignment.id, assignment.points);
      return [assignment.id, { assignment, grader, graderVersion: version }] as const;
    }),
  );
  return new Map(loaded);
}

/** Whether this machine can still start what grading needs. */
async function startsEngine({ assignments, golden, ...shared }: GradingGrounds): Promise<boolean> {
  const [first] = assignments.values();
  if (first === undefined) return false;
  const { signal } = new AbortController();
  const store = typeof golden === 'function' ? await golden() : golden;
  await using sandbox = await startSandbox({
    ...shared,
    golden: store,
    assignment: first.assignment,
    signal,
  });
  await sandbox.ready;
  return true;
}
