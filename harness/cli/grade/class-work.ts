import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import type { Assignment } from '../../manifest/index.ts';
import type { GradingJob } from '../../queue/index.ts';
import type { Result } from '../../result.ts';
import { unrunResult } from '../../runner/index.ts';
import { safeName } from '../../store/index.ts';
import type { Intake, IntakeTrouble, Submission } from '../../submissions/index.ts';
import type { LoadedGrader } from '../load-grader.ts';

/** An assignment of the class, with its grader. */
export interface ClassAssignment {
  readonly assignment: Assignment;
  readonly loaded: LoadedGrader;
}

/** What a class's intake comes to. */
export interface ClassWork {
  /** Every student who handed anything in, times every assignment: what is not there is a result, too. */
  readonly jobs: GradingJob[];
  /** What cannot be graded as it was handed in, already a result. */
  readonly settled: Result[];
  readonly submittedAt: (job: GradingJob) => string | null;
  /** Where the submission of an earlier run's job lies now; undefined when it is gone or cannot be graded. */
  readonly locate: (job: GradingJob) => GradingJob | undefined;
}

/** The slugs that the class is graded for: those chosen, else those that anybody handed in. */
export function classSlugs({ submissions, troubles }: Intake, chosen: readonly string[]): Set<string> {
  if (chosen.length > 0) return new Set(chosen);
  return new Set([...submissions, ...troubles].flatMap(({ assignment }) => assignment ?? []));
}

/** Turns what was found into jobs, for these students alone where any are named. Throws UsageError for an unknown one. */
export function classWork(
  intake: Intake,
  assignments: readonly ClassAssignment[],
  { dir, chosen }: { dir: string; chosen: readonly string[] },
): ClassWork {
  const found = new Map(intake.submissions.map((one) => [idOf(one.student, one.assignment), one]));
  const students = [
    ...new Set([...intake.submissions, ...intake.troubles].flatMap(({ student }) => student ?? [])),
  ].sort();
  const wanted = chosen.length === 0 ? students : chosen.map((name) => namedAmong(students, name));
  const settled: Result[] = [];
  const jobs: GradingJob[] = [];
  for (const student of wanted)
    for (const each of assignments) {
      const { id: slug } = each.assignment;
      const submission = found.get(idOf(student, slug));
      const trouble = submission ? undefined : troubleOf(intake.troubles, student, slug);
      if (trouble) settled.push(troubleResult(trouble, student, each));
      else jobs.push(jobOf(dir, student, slug, submission));
    }
  const now = new Map(jobs.map((job) => [job.id, job]));
  return {
    ...{ jobs, settled },
    locate: ({ id, student, assignment }) =>
      now.get(id) ?? (found.has(id) ? jobOf(dir, student, assignment, found.get(id)) : undefined),
    submittedAt: ({ student, assignment }) => found.get(idOf(student, assignment))?.submittedAt ?? null,
  };
}

/** What was not handed in gets a folder where it could have been: the result names it. */
function jobOf(
  dir: string,
  student: string,
  assignment: string,
  submission: Submission | undefined,
): GradingJob {
  const folder = submission?.folder ?? join(dir, safeName(student), assignment);
  return { id: idOf(student, assignment), student, assignment, folder, priority: 'bulk' };
}

function idOf(student: string, assignment: string): string {
  return `${student}/${assignment}`;
}

/** Trouble that names no assignment stands for all that the student handed in otherwise. */
function troubleOf(
  troubles: readonly IntakeTrouble[],
  student: string,
  slug: string,
): IntakeTrouble | undefined {
  return troubles.find((one) => one.student === student && (one.assignment ?? slug) === slug);
}

function troubleResult(
  { reason }: IntakeTrouble,
  student: string,
  { assignment, loaded }: ClassAssignment,
): Result {
  const { code, message, fault } = reason;
  const subject = { student, assignment, graderVersion: loaded.version };
  const outcome = fault === 'student' ? 'invalid' : 'error';
  return unrunResult(subject, outcome, { code, message }, null, new Date());
}

function namedAmong(students: readonly string[], name: string): string {
  const found = students.find((student) => student.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const some = students.slice(0, 5).join(', ');
  throw new UsageError({
    code: 'STUDENT_UNKNOWN',
    message: {
      ko: `\`${name}\` 학생의 제출물이 없습니다(찾은 학생 ${students.length}명: ${some}…).`,
      en: `Nothing was handed in by \`${name}\` (${students.length} students were found: ${some}…).`,
    },
    hint: {
      ko: '`--student` 옵션에 결과에 나오는 이름을 그대로 쓰세요.',
      en: 'Give `--student` a name as it stands in the results.',
    },
  });
}
