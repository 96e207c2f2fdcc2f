import type { AssignmentOutline } from '../assignment-outline.ts';
import type { Student } from '../result.ts';
import type { Text } from '../text.ts';

/** What a class handed in, and where to look for it. */
export interface IntakeOptions {
  /** Holds what was handed in, in any of the layouts of docs/submissions.md. Left out when all comes by git. */
  readonly dir?: string;
  readonly assignments: readonly AssignmentOutline[];
  /** Slugs of the assignments that are wanted; all of them when empty. */
  readonly chosen: readonly string[];
  readonly roster?: readonly Student[];
  /** A CSV (`folder,username`) that says whose a folder is, where its name does not. */
  readonly map?: string;
  /** A CSV of git repositories (`url`, `commit`, `student`, `assignment`). */
  readonly gitUrls?: string;
  /**
   * Whether that CSV may name repositories on this machine. It may not by default: where students wrote the
   * addresses, one of them could hand in what lies in somebody else's folder.
   */
  readonly localRepositories?: boolean;
  /** Where results go: a folder that is no student's, should it lie among theirs. */
  readonly results?: string;
  /** A folder of this run's own: archives are unpacked and repositories written below it. */
  readonly temporary: string;
  readonly signal: AbortSignal;
}

/** Something in an archive or a repository that is no file of a submission, and was not written. */
export interface LeftOut {
  readonly path: string;
  readonly why: 'link' | 'device' | 'submodule' | 'lfs-pointer';
}

/** What one student handed in for one assignment. */
export interface Submission {
  /** The username of the roster; without a roster what the folder's name says. */
  readonly student: string;
  /** The assignment's slug. */
  readonly assignment: string;
  /** Absolute; in the temporary folder for what came out of an archive or a repository. */
  readonly folder: string;
  /** Where it came from, for people: a path, or an address without its password. */
  readonly source: string;
  /** When it was committed, in UTC (ISO 8601), by the clock of who committed; null when that is not known. */
  readonly submittedAt: string | null;
  /** What was not taken along, at most 100 of it; absent when nothing was left out. */
  readonly leftOut?: readonly LeftOut[];
}

/** Why something cannot be taken as a submission: `code` for programs, `message` with the next move in it. */
export interface IntakeReason {
  readonly code: string;
  readonly message: Text;
  /** Who has to mend it. What is the operator's, such as a network that is down, must not become a zero. */
  readonly fault: 'student' | 'operator';
}

/** Something that was handed in and cannot be graded as it is. */
export interface IntakeTrouble {
  readonly source: string;
  readonly student?: string;
  readonly assignment?: string;
  readonly reason: IntakeReason;
}

/** Everything that was found, in an order that depends on nothing but names. */
export interface Intake {
  readonly submissions: Submission[];
  /** On the roster, and nothing of theirs was found, not even trouble. */
  readonly absent: Student[];
  /** What belongs to nobody on the roster. */
  readonly unknown: { path: string }[];
  readonly troubles: IntakeTrouble[];
}
