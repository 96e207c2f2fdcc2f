import { checkQueue, type GradingQueue, LocalQueue, openRedisQueue, settleJob } from '../../queue/index.ts';
import type { CommandContext } from '../command-context.ts';
import type { Progress } from '../progress.ts';
import { queueOf } from '../worker/index.ts';
import type { ClassGrounds } from './class-grounds.ts';
import type { ClassAssignment } from './class-work.ts';
import type { GradeOptions } from './grade-options.ts';
import { runName } from './run-name.ts';

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
  work: {
    folder: string;
    assignments: readonly ClassAssignment[];
    grounds: ClassGrounds;
    progress: Progress;
  },
  { concurrency: max, lang, patience }: GradeOptions,
): Promise<GradingQueue> {
  const { folder, grounds, progress } = work;
  const assignments = new Map(
    work.assignments.map(({ assignment, loaded }) => [
      assignment.id,
      { assignment, grader: loaded.grader, graderVersion: loaded.version },
    ]),
  );
  if (grounds.elsewhere === undefined) {
    const graded = { ...grounds.here, assignments, ...(patience === undefined ? {} : { patience }) };
    return new LocalQueue(graded, max === undefined ? {} : { max });
  }
  return openRedisQueue({
    ...grounds.elsewhere,
    // The same folder is the same run: what was sent before is not sent again.
    run: await runName(folder),
    gradeHere: (job, signal) => settleJob(job, assignments, signal),
    notice: (text) => progress.say(text[lang]),
  });
}
