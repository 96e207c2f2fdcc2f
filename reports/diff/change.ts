import type { Adjustment, CheckStatus, Outcome, Reason } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';

/** What became of a score. `level`: it is the same, but what it is made of is not. */
export type Movement = 'raised' | 'lowered' | 'level' | 'lost' | 'regained' | 'added' | 'removed';

/**
 * Why two results differ. `machine`: one of them has no score, because the machine or the grader failed. `absent`: one
 * side has no result at all. `unexplained`: nothing that the verdict depends on is known to have changed.
 */
export type CauseKind =
  | 'absent'
  | 'machine'
  | 'submission'
  | 'grader'
  | 'images'
  | 'engine'
  | 'adjustments'
  | 'unexplained';

export interface Cause {
  kind: CauseKind;
  /** What it was and what it is, short, where that can be said. */
  before: string | null;
  after: string | null;
}

/** One side of a pair of results, without its evidence. */
export interface Side {
  outcome: Outcome;
  score: number | null;
  max: number;
  reason: Reason | null;
  adjustments: readonly Adjustment[];
}

/** What a check said on one side. */
export interface CheckSide {
  status: CheckStatus;
  points: number | null;
  max: number;
  messageId: string | null;
  message: Text | null;
}

/** A check that does not say the same on both sides; null where the grader does not have it. */
export interface CheckMove {
  id: string;
  title: Text;
  before: CheckSide | null;
  after: CheckSide | null;
}

/** A student's assignment whose two results differ. */
export interface Change {
  student: string;
  assignment: string;
  assignmentTitle: Text;
  movement: Movement;
  before: Side | null;
  after: Side | null;
  /** Points won or lost; null unless both sides have a score. */
  delta: number | null;
  /** Never empty. */
  causes: readonly Cause[];
  /** Empty unless both sides were graded: checks that did not run say nothing about a submission. */
  checks: readonly CheckMove[];
}
