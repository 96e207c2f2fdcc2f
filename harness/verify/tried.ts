import type { Result } from '../result.ts';
import type { Case } from './cases.ts';

/** A case with what grading it gave. */
export interface Tried {
  case: Case;
  result: Result;
}

/** Reasons for which the grader, not the machine, gave no score: see `gradeSubmission`. */
const ofTheGrader = ['CHECK_ERROR', 'NO_CHECKS'];

/** Whether the machine failed, so that grading says nothing about the grader. */
export function machineFailed({ outcome, reason }: Result): boolean {
  return outcome === 'error' && !ofTheGrader.includes(reason?.code ?? '');
}
