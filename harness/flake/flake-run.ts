import type { Result } from '../result.ts';
import { machineFailed } from '../verify/index.ts';

/** One run of one case, as a line of the ledger keeps it. */
export interface FlakeRun {
  assignment: string;
  /** `solution`, `mutants/wrong-tag`. */
  case: string;
  /** What was graded, and with what: runs of another submission or grader are not compared. */
  key: string;
  /** What was found: of each check its status, message and line, and the score; null when the machine failed. */
  verdict: Readonly<Record<string, string>> | null;
  /** Why there is no verdict. */
  machine: string | null;
  /** How the verdict differs from the one its author has said; absent when it does not. */
  faults?: string[];
  wallMs: number;
}

/** The part of a result that must be the same each time; the words of a message may hold what is random. */
export function verdictOf(result: Result): FlakeRun['verdict'] {
  if (machineFailed(result)) return null;
  const checks = result.checks.map(({ id, status, messageId, line }) => [
    id,
    [status, messageId ?? '-', line ?? '-'].join(' '),
  ]);
  return { ...Object.fromEntries(checks), outcome: `${result.outcome} ${result.score ?? '-'}` };
}
