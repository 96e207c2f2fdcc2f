import { createHash } from 'node:crypto';
import packageJson from '../../../package.json' with { type: 'json' };
import {
  type GradingGrounds,
  type GradingQueue,
  gradeJob,
  LocalQueue,
  openRedisQueue,
} from '../../queue/index.ts';
import type { CommandContext } from '../command-context.ts';
import type { Grounds } from '../grounds.ts';
import type { Progress } from '../progress.ts';
import type { ClassAssignment } from './class-work.ts';
import type { GradeOptions } from './grade-options.ts';

/** Where a class is graded: on this machine, or by the workers of `--queue`. Throws UsageError for a bad address. */
export async function openClassQueue(
  { env }: CommandContext,
  work: { folder: string; assignments: readonly ClassAssignment[]; grounds: Grounds; progress: Progress },
  options: GradeOptions,
): Promise<GradingQueue> {
  const { folder, assignments, grounds, progress } = work;
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
  const url = options.queue ?? env.DRYDOCK_QUEUE;
  const { concurrency: max } = options;
  if (!url) return new LocalQueue(graded, max === undefined ? {} : { max });
  const { engineVersion, images } = grounds.golden;
  return openRedisQueue({
    url,
    // The same folder is the same run: what was sent before is not sent again.
    run: createHash('sha256').update(folder).digest('hex').slice(0, 12),
    versions: {
      drydock: packageJson.version,
      graders: Object.fromEntries(
        assignments.map(({ assignment, loaded }) => [assignment.id, loaded.version]),
      ),
      images: Object.fromEntries(Object.entries(images).map(([name, { id }]) => [name, id])),
      engine: engineVersion,
    },
    gradeHere: (job, signal) => gradeJob(job, graded, { signal }),
    notice: (text) => progress.say(text[options.lang]),
  });
}
