import type { Result } from '../result.ts';

/** Where results are kept: the part of a store that grading a class needs. */
export interface Kept {
  /** The latest result of a student's submission; undefined when there is none. */
  current(student: string, assignment: string): Promise<Result | undefined>;
  /** Keeps it, whole or not at all. */
  put(result: Result): Promise<void>;
}
