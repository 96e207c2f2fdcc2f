import type { Daemon, Image } from '../docker/index.ts';
import type { Text } from '../text.ts';
import type { Timeline } from '../timeline/index.ts';
import type { Starter } from './starter.ts';
import type { Submission } from './submission.ts';

/** What a check may look at. Everything in it is scoped to one submission and one sandbox. */
export interface CheckContext<Needs = Record<never, never>> {
  /** The student's daemon, as it is now. */
  readonly docker: Daemon;
  /** What happened, in order: commands, API calls, daemon events. */
  readonly timeline: Timeline;
  /** What the student handed in. */
  readonly submission: Submission;
  /** What the student was given: the assignment's own copy, whatever became of the student's. */
  readonly starter: Starter;
  /** The images that the sandbox began with, by reference, as they were before the student's first command. */
  readonly given: Readonly<Record<string, Image>>;
  /**
   * Runs a shell script beside the daemon, with docker's command line, and gives what it prints: for what only
   * `docker run` itself can tell, such as its exit status. For checks that disturb; quote whatever a student wrote.
   */
  readonly shell: (script: string) => Promise<string>;
  /** What the needed checks returned. */
  readonly needs: Needs;
  /** Writes something down for the reader of the report. */
  readonly evidence: { note(title: string, value: unknown): void };
  /** Values that no student can know beforehand. */
  readonly random: { word(prefix: string): string; port(): number };
  /** Aborted when the check's time is over. */
  readonly signal: AbortSignal;
}

type AnyCheck = Check<unknown>;

/** A check: passes only by returning. `Returned` is what the checks that need it get. */
export interface Check<out Returned> {
  readonly id: string;
  /** 0 makes it advice: it is shown, and costs nothing. */
  readonly points: number;
  readonly title: Text;
  readonly needs: Readonly<Record<string, AnyCheck>>;
  /** It changes the daemon's state, so it runs last, alone, in written order. */
  readonly disturbs: boolean;
  /** It runs containers of its own, which no other check sees, and changes nothing else: it runs beside all others. */
  readonly adds: boolean;
  /** Students see its title and hint, never the expected value. */
  readonly hidden: boolean;
  readonly run: (context: CheckContext<never>) => Promise<Returned> | Returned;
}

type Returns<C> = C extends Check<infer Returned> ? Awaited<Returned> : never;

/** Declares a check. `needs` names the checks that must pass first; `run` gets what they returned. */
export function check<
  Returned,
  const Needs extends Record<string, AnyCheck> = Record<never, never>,
>(declared: {
  id: string;
  points: number;
  title: Text;
  needs?: Needs;
  disturbs?: boolean;
  adds?: boolean;
  hidden?: boolean;
  run: (
    context: CheckContext<{ readonly [Name in keyof Needs]: Returns<Needs[Name]> }>,
  ) => Promise<Returned> | Returned;
}): Check<Returned> {
  return { disturbs: false, adds: false, hidden: false, ...declared, needs: declared.needs ?? {} };
}
