import { causesOf, firstError, TroubleError, UsageError } from '../../errors.ts';
import type { Result } from '../../result.ts';
import { type GradeOptions, gradeSubmission, unrunResult } from '../../runner/index.ts';
import type { Text } from '../../text.ts';
import type { GradingJob } from '../job.ts';

/** An assignment with its proven grader. */
export type GradedAssignment = Pick<GradeOptions, 'assignment' | 'grader' | 'graderVersion'>;

/** What all jobs of a run stand on: the daemon, the images, the operator's choices, and every assignment's grader. */
export interface GradingGrounds
  extends Pick<GradeOptions, 'docker' | 'golden' | 'packageHosts' | 'runtime' | 'patience'> {
  /** By slug. */
  assignments: ReadonlyMap<string, GradedAssignment>;
}

/** What one job is run with. */
export interface JobRun extends Pick<GradeOptions, 'signal' | 'standby' | 'progress'> {}

/**
 * Grades one job: the same in this process and on a worker elsewhere. What is wrong with one submission, one grader or
 * the machine becomes the job's result; only what the operator has to mend (UsageError) and the signal's reason are
 * thrown.
 */
export async function gradeJob(job: GradingJob, grounds: GradingGrounds, run: JobRun): Promise<Result> {
  const { assignments, ...shared } = grounds;
  const graded = loadedAssignment(assignments, job.assignment);
  const { student, folder } = job;
  return concluded(job, graded, run.signal, () =>
    gradeSubmission({ ...shared, ...graded, ...run, student, folder }),
  );
}

/** The result of one job, also where grading it threw what concerns that job alone. */
export async function concluded(
  { student }: GradingJob,
  graded: GradedAssignment,
  signal: AbortSignal,
  grade: () => Promise<Result>,
): Promise<Result> {
  const startedAt = new Date();
  try {
    return await grade();
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    const { outcome, code, message } = whatBecame(firstError(thrown));
    return unrunResult({ student, ...graded }, outcome, { code, message }, null, startedAt);
  }
}

/** The assignment with that slug. Throws UsageError `ASSIGNMENT_NOT_LOADED`. */
export function loadedAssignment(assignments: GradingGrounds['assignments'], slug: string): GradedAssignment {
  const found = assignments.get(slug);
  if (found === undefined) throw notLoaded(slug, [...assignments.keys()]);
  return found;
}

/** What a thrown error makes of one submission among many. Throws it again when it concerns them all. */
function whatBecame(thrown: unknown): { outcome: 'invalid' | 'error'; code: string; message: Text } {
  // It can come from anything a submission held, and one odd submission must not cost the others their grades.
  if (!(thrown instanceof TroubleError))
    return { outcome: 'error', code: 'UNEXPECTED', message: unexpected(thrown) };
  const { code, text, hint } = thrown;
  const message = { ko: `${text.ko} ${hint.ko}`, en: `${text.en} ${hint.en}` };
  if (code === 'SUBMISSION_TOO_LARGE') return { outcome: 'invalid', code, message };
  if (code !== 'SUBMISSION_UNREADABLE' && thrown instanceof UsageError) throw thrown;
  return { outcome: 'error', code, message };
}

function unexpected(thrown: unknown): Text {
  const detail = causesOf(thrown).slice(0, 500);
  return {
    ko: `채점 프로그램이 예상하지 못한 오류를 만났습니다: ${detail} 다시 채점해 보고, 또 생기면 이 문장과 제출물을 Drydock 개발자에게 알려 주세요.`,
    en: `Grading met an error that it did not expect: ${detail} Grade it again; when it stays, tell the developers of Drydock this sentence and the submission.`,
  };
}

function notLoaded(slug: string, loaded: readonly string[]): UsageError {
  const names = loaded.map((name) => `\`${name}\``).join(', ');
  return new UsageError({
    code: 'ASSIGNMENT_NOT_LOADED',
    message: {
      ko: `\`${slug}\` 과제의 채점 코드가 준비되어 있지 않습니다(준비된 과제: ${names}).`,
      en: `No grader is loaded for the assignment \`${slug}\` (loaded: ${names}).`,
    },
    hint: {
      ko: '`drydock list` 로 과제를 확인하고, 같은 과제 폴더를 `--course` 로 지정하세요.',
      en: 'See the assignments with `drydock list`, and give the same course with `--course`.',
    },
  });
}
