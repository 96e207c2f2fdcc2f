import { SandboxError } from '../../errors.ts';
import type { Result } from '../../result.ts';
import { nothingHandedIn, readSubmission, unrunResult } from '../../runner/index.ts';
import type { GradingJob } from '../job.ts';
import { concluded, type GradingGrounds, loadedAssignment } from './grade-job.ts';

/**
 * The result of a job that needs no engine: nothing was handed in, or too much, or it cannot be read. The same as
 * `gradeJob` gives. Throws as that does.
 */
export async function settleJob(
  job: GradingJob,
  assignments: GradingGrounds['assignments'],
  signal: AbortSignal,
): Promise<Result> {
  const graded = loadedAssignment(assignments, job.assignment);
  return concluded(job, graded, signal, async () => {
    const startedAt = new Date();
    if ((await readSubmission(job.folder)) !== undefined) throw appeared(job.folder);
    const reason = nothingHandedIn(job.folder, graded.assignment);
    return unrunResult({ student: job.student, ...graded }, 'missing', reason, null, startedAt);
  });
}

/** A folder that was not there a moment ago: it is tried again as any that the machine failed. */
function appeared(folder: string): SandboxError {
  return new SandboxError({
    code: 'SUBMISSION_APPEARED',
    message: {
      ko: `\`${folder}\` 폴더가 채점하는 동안 생겼습니다.`,
      en: `The folder \`${folder}\` appeared while it was being graded.`,
    },
    hint: { ko: '`drydock grade` 를 다시 실행하세요.', en: 'Run `drydock grade` again.' },
  });
}
