import { createHash } from 'node:crypto';
import type { GradingJob } from '../../queue/index.ts';
import type { Result } from '../../result.ts';
import type { Submission } from '../../submissions/index.ts';

/** Which of the earlier results to grade again; everything where nothing is said. */
export interface Wanted {
  readonly assignment?: readonly string[] | undefined;
  readonly student?: readonly string[] | undefined;
  /** At most so many of each assignment. */
  readonly sample?: number | undefined;
}

/** What is graded again, and what that is compared with. */
export interface RegradePlan {
  readonly jobs: readonly GradingJob[];
  /** The earlier result of each job. */
  readonly before: readonly Result[];
  /** Wanted, and their submission was not found where submissions lie now. */
  readonly gone: readonly Result[];
}

/**
 * Joins earlier results with the submissions they were of. What was never handed in and still is not needs no engine. A
 * sample is drawn by the hash of its name: the same every time, and spread over the class.
 */
export function regradePlan(
  results: readonly Result[],
  submissions: readonly Submission[],
  { assignment, student, sample }: Wanted,
): RegradePlan {
  const folders = new Map(submissions.map((each) => [pairOf(each), each.folder]));
  const wanted = results.filter(
    (result) =>
      (assignment?.includes(result.assignment) ?? true) &&
      (student?.some((name) => nameOf(name) === nameOf(result.student)) ?? true),
  );
  const found = wanted.filter((result) => folders.has(pairOf(result)));
  const before = sample === undefined ? found : drawn(found, sample);
  const jobs = before.map((result, index): GradingJob => {
    const folder = folders.get(pairOf(result)) ?? '';
    const { student: name, assignment: slug } = result;
    return { id: String(index), student: name, assignment: slug, folder, priority: 'bulk' };
  });
  const gone = wanted.filter((result) => !folders.has(pairOf(result)) && result.outcome !== 'missing');
  return { jobs, before, gone };
}

function drawn(results: readonly Result[], most: number): Result[] {
  const byAssignment = Map.groupBy(results, ({ assignment }) => assignment).values();
  const kept = new Set(
    [...byAssignment].flatMap((each) =>
      each.toSorted((one, other) => (lot(one) < lot(other) ? -1 : 1)).slice(0, most),
    ),
  );
  return results.filter((result) => kept.has(result));
}

function lot(result: Result): string {
  return createHash('sha256').update(pairOf(result)).digest('hex');
}

function pairOf({ student, assignment }: { student: string; assignment: string }): string {
  return JSON.stringify([nameOf(student), assignment]);
}

/** One name in Korean can be written with letters or with syllables; file systems choose. */
function nameOf(student: string): string {
  return student.normalize('NFC');
}
