import type { Result, Student } from '../../result.ts';
import { safeName } from '../../store/index.ts';
import { type FormatName, fileEndings } from './formats.ts';

/** What `--split` takes: a report for each student or for each assignment instead of one of all. */
export const splits = ['student', 'assignment'] as const;
export type Split = (typeof splits)[number];

/** One report of several: its file's name, and what is in it. */
export interface Part {
  /** The student's or the assignment's name, as it stands in the results. */
  of: string;
  fileName: string;
  results: readonly Result[];
  roster: readonly Student[] | undefined;
}

/** The reports that results are split into, in the order of the results. No two have the same file, on any system. */
export function partsOf(
  results: readonly Result[],
  split: Split,
  format: FormatName,
  roster: readonly Student[] | undefined,
): Part[] {
  return [...Map.groupBy(results, (result) => result[split])].map(([of, own]) => ({
    of,
    fileName: `${safeName(of)}.${fileEndings[format]}`,
    results: own,
    roster: split === 'student' ? rosterOf(of, roster) : roster,
  }));
}

/**
 * A page about one student says nothing of the others, not even that they are missing. Somebody whom the roster does not
 * know has a page all the same.
 */
export function rosterOf(
  name: string,
  roster: readonly Student[] | undefined,
): readonly Student[] | undefined {
  const own = roster?.filter((student) => isCalled(student, name)) ?? [];
  return own.length > 0 ? own : undefined;
}

function isCalled({ username, identifier }: Student, name: string): boolean {
  return [username, identifier].some((key) => key !== '' && key.toLowerCase() === name.toLowerCase());
}
