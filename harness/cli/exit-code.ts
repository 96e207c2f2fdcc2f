import { GraderError, UsageError } from '../errors.ts';
import type { Result } from '../result.ts';

/** The exit codes that scripts may rely on. */
export const exitCode = {
  graded: 0,
  belowThreshold: 1,
  /** Of `drydock verify`: the grader is not as its author said. */
  unsound: 1,
  /** Of `drydock diff --fail-on-change`: two gradings differ. */
  changed: 1,
  usage: 2,
  machine: 3,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The exit code of a command that threw. A fault of ours that nobody foresaw counts as the machine's: no score. */
export function exitCodeOf(thrown: unknown): ExitCode {
  return thrown instanceof UsageError || thrown instanceof GraderError ? exitCode.usage : exitCode.machine;
}

/**
 * The exit code of a grading that ended. One result without a score outweighs all scores;
 * `failUnder` is in percent of an assignment's points, and every assignment has to reach it.
 */
export function exitCodeOfResults(results: readonly Result[], failUnder: number | undefined): ExitCode {
  if (results.some(({ score }) => score === null)) return exitCode.machine;
  if (failUnder === undefined) return exitCode.graded;
  return results.every((result) => percentOf(result) >= failUnder)
    ? exitCode.graded
    : exitCode.belowThreshold;
}

function percentOf({ score, max }: Result): number {
  return max === 0 ? 100 : ((score ?? 0) * 100) / max;
}
