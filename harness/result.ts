/** The result of grading one submission for one assignment: plain data, schema `drydock/result/v1`. Imports text alone. */
import type { Text } from './text.ts';

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

/** One command of the script as it was typed. */
export interface CommandRecord {
  line: number;
  endLine: number;
  text: string;
  /** Null when the shell did not report one: the command was cut off. */
  exitCode: number | null;
  /** Milliseconds since the replay began. */
  startedMs: number;
  durationMs: number;
  /** Keys or actions with which the replay ended a command that does not end by itself. */
  endedBy: string[];
  /** What the terminal showed, capped. */
  output: string;
}

/** One request to the Docker API, as the gate saw it. */
export interface ApiCall {
  id: number;
  /** Milliseconds since the replay began. */
  startedMs: number;
  /** Null while the request is open. */
  durationMs: number | null;
  method: string;
  /** Without the version prefix. */
  path: string;
  query: Record<string, string>;
  /** The request's JSON body, when it had one of a few kilobytes. */
  body: unknown;
  /** The engine's answer; null when none came. */
  status: number | null;
  /** The start of the engine's error message or the gate's reason, when status is 400 or more. */
  error: string | null;
  /** True when the gate refused it: the engine never saw it. */
  refused: boolean;
  /** The script line that was being typed; null when unknown or when no script ran. */
  line: number | null;
}

/** One thing that the student's commands asked of the host: `sudo truncate`, `systemctl restart docker`… */
export interface HostCall {
  /** Milliseconds since the replay began. */
  startedMs: number;
  /** Null while it is under way. */
  durationMs: number | null;
  /**
   * For the docker service `start`, `stop`, `restart`, `status`, `is-active`… whatever the spelling; `write-settings`
   * when /etc/docker/daemon.json is another file than before; else the program's name: `truncate`, `ls`, `lsns`.
   */
  action: string;
  /** The words as they were typed after `sudo`, the start of each. */
  command: string[];
  /** The start of /etc/docker/daemon.json: as it was written, or as the daemon was started with; else null. */
  settings: string | null;
  /** The container logs that it was to empty (`truncate`), with their sizes right before; else null. */
  logs: { path: string; bytes: number }[] | null;
  exitCode: number | null;
  /** The start of what it wrote to stderr when it failed. */
  error: string | null;
  /** True when the sandbox refused it: it did not run. */
  refused: boolean;
  line: number | null;
}

/** One event of the engine's daemon (GET /events of the Docker API). */
export interface DaemonEvent {
  /** Milliseconds since the replay began, from the event's own timeNano. */
  atMs: number;
  type: string;
  action: string;
  /** Actor.ID: a container id, an image id or reference, a network id… */
  actorId: string;
  attributes: Record<string, string>;
  line: number | null;
}

/** Something a check wrote down while it looked, for the reader of a report. */
export interface Note {
  checkId: string;
  title: string;
  value: unknown;
}

export interface Evidence {
  commands: CommandRecord[];
  calls: ApiCall[];
  events: DaemonEvent[];
  hostCalls: HostCall[];
  notes: Note[];
  /** What the harness did or saw that the reader should know (limits reached, sessions ended, output cut). */
  remarks: { line: number | null; text: Text }[];
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
  evidence: Evidence;
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

/** Evidence of a submission that never ran. */
export function emptyEvidence(): Evidence {
  return { commands: [], calls: [], events: [], hostCalls: [], notes: [], remarks: [] };
}
