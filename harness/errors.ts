/** Four kinds of failure that never mix: the student's, the grader author's, the machine's, the operator's. */
import type { Text, Values } from './text.ts';

/** A message of a grader: its id for tests, its text for people. */
export interface Message {
  id: string;
  text: Text;
  values: Values;
}

/** What every error of the harness carries: a code for programs, a sentence for people, and the next move. */
export interface Trouble {
  /** Upper snake case, stable: `ENGINE_START`. */
  code: string;
  /** One sentence with the real value in it. */
  message: Text;
  /** What to do next, with a command where there is one. */
  hint: Text;
  cause?: unknown;
}

/** The student's: a check found something other than what was asked. Thrown by `reject` and `ensure` alone. */
export class CheckFailure extends Error {
  override readonly name = 'CheckFailure';
  readonly said: Message;
  /** The script line that caused it, where the check knows one. */
  readonly line: number | null;

  constructor(said: Message, line: number | null = null) {
    super(said.text.en);
    this.said = said;
    this.line = line;
  }
}

/** Shared by the three kinds that are nobody's submission: `message` is the English sentence, `text` both. */
export class TroubleError extends Error {
  readonly code: string;
  readonly text: Text;
  readonly hint: Text;

  constructor(trouble: Trouble) {
    super(trouble.message.en, trouble.cause === undefined ? undefined : { cause: trouble.cause });
    this.code = trouble.code;
    this.text = trouble.message;
    this.hint = trouble.hint;
  }
}

/** The grader author's: a grader or a manifest that is wrong in itself. */
export class GraderError extends TroubleError {
  override readonly name = 'GraderError';
}

/** The machine's: the engine, the daemon, the disk or the network failed. Never a score. */
export class SandboxError extends TroubleError {
  override readonly name = 'SandboxError';
}

/** The operator's: a command, an option or a folder that cannot be right. */
export class UsageError extends TroubleError {
  override readonly name = 'UsageError';
}

/** The text of anything thrown, with its causes, outermost first: for logs and operators, not for students. */
export function causesOf(thrown: unknown): string {
  const lines: string[] = [];
  for (let at: unknown = thrown; at !== undefined && at !== null && lines.length < 8; ) {
    lines.push(at instanceof Error ? at.message : String(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  return lines.join(': ');
}

/** The error that came first: one that clean-up met afterwards is kept beside it (`SuppressedError`), never in its place. */
export function firstError(thrown: unknown): unknown {
  return thrown instanceof SuppressedError ? firstError(thrown.suppressed) : thrown;
}
