/** The result of grading one submission for one assignment: plain data, schema `drydock/result/v1`. Imports text and evidence alone. */
import type { Evidence } from './evidence.ts';
import type { Text } from './text.ts';

export {
  type ApiCall,
  type CommandRecord,
  type DaemonEvent,
  type Evidence,
  emptyEvidence,
  type HostCall,
  type Note,
} from './evidence.ts';

export const resultSchemaId = 'drydock/result/v1';

/**
 * What became of a submission. `graded`: it ran, and has a score. `missing`: nothing was handed in.
 * `invalid`: what was handed in cannot be replayed. `error`: the machine or the grader failed; never a zero.
 */
export type Outcome = 'graded' | 'missing' | 'invalid' | 'error';

/** `blocked`: a check it needs did not pass. `error`: the daemon or the grader broke while it ran. */
export type CheckStatus = 'passed' | 'failed' | 'blocked' | 'error';

export interface CheckResult {
  id: string;
  title: Text;
  status: CheckStatus;
  /** Points won: `max` when passed, else 0; null when the check ended in an error. */
  points: number | null;
  /** 0 for a check that gives advice. */
  max: number;
  /** The grader's message id, for a check that failed, was blocked (`blocked`) or broke (`error`). */
  messageId: string | null;
  message: Text | null;
  /** The line of the submission's script that caused the failure, where one is known. */
  line: number | null;
  /** Ids of the checks this one needs. */
  needs: string[];
  durationMs: number;
}

/** Whether a check gives advice: it is worth no points, so it costs none either, whatever became of it. */
export function isAdvice({ max }: Pick<CheckResult, 'max'>): boolean {
  return max === 0;
}

/** Milliseconds spent in each part; only replay and checks can ever count against a student. */
export interface Phases {
  prepare: number;
  boot: number;
  replay: number;
  checks: number;
}

/** Why a result has no checks to speak of. */
export interface Reason {
  code: string;
  message: Text;
}

/** One change of a score after it was graded, for a reason that is no check's: late, another attempt, a person's word. */
export interface Adjustment {
  /** `attempt`: another attempt than the latest counts. `late`: the course's policy. `override`: an instructor's word. */
  kind: 'attempt' | 'late' | 'override';
  /** The score before: of an `attempt` the latest one's. Null where there was none. */
  from: number | null;
  to: number;
  reason: Text;
  /** Who overrode it. */
  by?: string;
  /** What an override gave a score to, when that was not graded. */
  was?: { outcome: Exclude<Outcome, 'graded'>; reason: Reason };
}

export interface Result {
  schema: typeof resultSchemaId;
  student: string;
  assignment: string;
  assignmentTitle: Text;
  /** The file that was typed, relative to the submission's folder: what the lines of checks and commands count in. */
  script: string;
  outcome: Outcome;
  /** Why, for every outcome but `graded`, with the next step. */
  reason: Reason | null;
  /** Whole points, adjustments and all; null when the outcome is `error`. */
  score: number | null;
  max: number;
  checks: CheckResult[];
  /** What made the score another than the checks' points add up to, in the order in which it did. */
  adjustments?: Adjustment[];
  /** `sha256:…` over the submission's files; null when there were none. */
  submissionHash: string | null;
  /** When it was handed in, ISO 8601 in UTC; null or left out where nobody knows. */
  submittedAt?: string | null;
  /** `sha256:…` over all that the verdict depends on: two results with one key are two runs of the same. */
  key?: string;
  graderVersion: string;
  /** Image ids by reference, as the submission saw them. */
  images: Record<string, string>;
  /** References that were stand-ins from the offline kit. */
  standIns: string[];
  engineVersion: string | null;
  /** ISO 8601 in UTC. */
  startedAt: string;
  phases: Phases;
  /** Attempts that the machine failed, oldest first, also when another one succeeded; left out when there were none. */
  machineErrors?: MachineFailure[];
  evidence: Evidence;
}

/** One attempt that came to nothing through no fault of the submission. */
export interface MachineFailure {
  code: string;
  message: Text;
  /** When it was noticed: ISO 8601 in UTC. */
  at: string;
}

/** The result as it was graded, before anything adjusted its score. */
export function asGraded({ adjustments = [], ...result }: Result): Result {
  const [first] = adjustments;
  if (first === undefined) return result;
  const was = adjustments.find((adjustment) => adjustment.was !== undefined)?.was;
  return { ...result, ...was, score: first.kind === 'attempt' ? first.to : first.from };
}

/** A student as a roster tells of one; what it leaves out is empty. */
export interface Student {
  /** The account's name, which submissions carry. Empty while a student has not linked one. */
  username: string;
  /** What the school calls the student by: a number, an address, a name. */
  identifier: string;
  name: string;
  email: string;
  section: string;
}
