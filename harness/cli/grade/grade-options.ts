import type { RosterColumns } from '../../roster/index.ts';
import type { CommonOptions } from '../command-context.ts';

/** Options of `drydock grade`. */
export interface GradeOptions extends CommonOptions {
  /** The results folder; `<dir>-results` when left out. */
  readonly out?: string;
  readonly roster?: string;
  readonly rosterColumns: RosterColumns;
  /** A CSV (`folder,username`) that says whose a folder is. */
  readonly map?: string;
  /** A CSV of git repositories. */
  readonly repositories?: string;
  /** That CSV may name repositories on this machine. */
  readonly localRepositories?: boolean;
  /** The file of late policies and attempts. */
  readonly courseFile?: string;
  readonly overrides?: string;
  /** Slugs; all that were handed in when empty. */
  readonly assignment: readonly string[];
  /** Names; all students when empty. */
  readonly student: readonly string[];
  readonly force?: boolean;
  readonly onlyErrors?: boolean;
  /** How many submissions are graded at once, at most. */
  readonly concurrency?: number;
  /** How many jobs lie between two looks whether the machine grades rightly; 0 for none. */
  readonly sentinelEvery: number;
  /** The address of a Redis: workers elsewhere grade. */
  readonly queue?: string;
  readonly patience?: number;
  readonly prepare: boolean;
  readonly registryMirror?: string;
  readonly runtime?: string;
}
