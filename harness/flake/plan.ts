import { join } from 'node:path';
import { type GradeOptions, readSubmission } from '../runner/index.ts';
import { type Case, layOutCases } from '../verify/index.ts';

/** One grader whose verdicts must not change. */
export interface FlakeSubject extends Pick<GradeOptions, 'assignment' | 'grader' | 'graderVersion'> {
  graderFolder: string;
}

/** One case that has to run, with what it is compared with. */
export interface Planned {
  subject: FlakeSubject;
  case: Case;
  /** Of grader and submission: runs of others are not compared. */
  key: string;
}

/** Lays the wanted cases of one grader out below a folder. Throws GraderError for a bad expect.json. */
export async function plan(
  subject: FlakeSubject,
  target: string,
  wanted: (name: string) => boolean,
): Promise<Planned[]> {
  const { assignment, graderFolder, graderVersion } = subject;
  const cases = await layOutCases(assignment, graderFolder, join(target, assignment.id), wanted);
  return Promise.all(
    cases.map(async (one) => {
      const submission = await readSubmission(one.folder);
      return { subject, case: one, key: `${graderVersion} ${submission?.hash}` };
    }),
  );
}
