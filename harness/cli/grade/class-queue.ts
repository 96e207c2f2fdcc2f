import { createHash } from 'node:crypto';
import { discoverAssignments } from '../../manifest/index.ts';
import {
  checkQueue,
  type GradingGrounds,
  type GradingQueue,
  gradeJob,
  LocalQueue,
  openRedisQueue,
} from '../../queue/index.ts';
import type { CommandContext } from '../command-context.ts';
import type { Course } from '../course.ts';
import type { Grounds } from '../grounds.ts';
import { loadGrader } from '../load-grader.ts';
import type { Progress } from '../progress.ts';
import { courseVersions, queueOf } from '../worker/index.ts';
import type { ClassAssignment } from './class-work.ts';
import type { GradeOptions } from './grade-options.ts';

/** Asks the queue's Redis, where there is one, before anything long begins. Throws UsageError as `openClassQueue` does. */
export async function reachClassQueue({ env }: CommandContext, options: GradeOptions): Promise<void> {
  const url = queueOf(options.queue, env);
  if (url === undefined) return;
  // The list of processes would show a password that was typed after --queue.
  process.title = 'drydock grade';
  await checkQueue(url);
}

/** Where a class is graded: on this machine, or by the workers of `--queue`. Throws UsageError for a bad address. */
export async function openClassQueue(
  { env }: CommandContext,
  work: {
    course: Course;
    folder: string;
    assignments: readonly ClassAssignment[];
    grounds: Grounds;
    progress: Progress;
  },
  options: GradeOptions,
): Promise<GradingQueue> {
  const { course, folder, assignments, grounds, progress } = work;
  const graded: GradingGrounds = {
    ...grounds,
    ...(options.patience === undefined ? {} : { patience: options.patience }),
    assignments: new Map(
      assignments.map(({ assignment, loaded }) => [
        assignment.id,
        { assignment, grader: loaded.grader, graderVersion: loaded.version },
      ]),
    ),
  };
  const url = queueOf(options.queue, env);
  const { concurrency: max } = options;
  if (url === undefined) return new LocalQueue(graded, max === undefined ? {} : { max });
  return openRedisQueue({
    url,
    // The same folder is the same run: what was sent before is not sent again.
    run: createHash('sha256').update(folder).digest('hex').slice(0, 12),
    versions: courseVersions(grounds.golden, await wholeCourse(course)),
    gradeHere: (job, signal) => gradeJob(job, graded, { signal }),
    notice: (text) => progress.say(text[options.lang]),
  });
}

/** Workers compare the whole course, whatever part of it a class is graded for: they cannot know which. */
async function wholeCourse({ assignments, ...course }: Course) {
  const known = await discoverAssignments(assignments);
  return Promise.all(
    known.map(async (assignment) => {
      const { grader, version } = await loadGrader(
        { assignments, ...course },
        assignment.id,
        assignment.points,
      );
      return { assignment, grader, graderVersion: version };
    }),
  );
}
