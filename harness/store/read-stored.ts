import { readFile } from 'node:fs/promises';
import { csvText } from '../csv-text.ts';
import { UsageError } from '../errors.ts';
import { loadPolicies } from '../manifest/index.ts';
import type { Result, Student } from '../result.ts';
import { readRoster } from '../roster/index.ts';
import { adjusted } from './adjusted.ts';
import { readOverrides } from './overrides.ts';
import { type RunRecord, readRun } from './run-record.ts';
import { StoredResults } from './stored-results.ts';

/** What a results folder says, ready to be reported. */
export interface Stored {
  /** The result that counts of each student and assignment, with its final score. */
  results: Result[];
  /** The class, where the run knew one. */
  roster: Student[] | undefined;
  run: RunRecord | undefined;
  /** Files that should be results and are none: whose they are has no result here. */
  troubles: { path: string; trouble: UsageError }[];
}

/** What to take in place of what the run's record names; null for none at all. */
export interface ReadStoredOptions {
  courseFile?: string | null | undefined;
  overrides?: string | null | undefined;
  roster?: readonly Student[] | undefined;
}

/**
 * Reads a results folder, also while a run still writes to it: results with course file and overrides applied.
 * @throws UsageError when run.json, course file, overrides or roster cannot be taken as they are
 */
export async function readStored(folder: string, options: ReadStoredOptions = {}): Promise<Stored> {
  const run = await readRun(folder);
  const courseFile = options.courseFile === undefined ? run?.course : options.courseFile;
  const overrideFile = options.overrides === undefined ? run?.overrides : options.overrides;
  const ids = run?.assignments.map(({ id }) => id);
  const roster = options.roster ? [...options.roster] : await rosterOf(run);
  const troubles: Stored['troubles'] = [];
  const latest = new Set<Result>();
  const gradings = await Array.fromAsync(
    gradingsIn(folder, latest, (trouble, path) => troubles.push({ path, trouble })),
  );
  const results = adjusted(gradings, {
    latest,
    policies: courseFile ? await loadPolicies(courseFile) : undefined,
    overrides: overrideFile ? await readOverrides(overrideFile) : undefined,
    known: { students: roster ?? [], assignments: run?.assignments ?? [] },
  });
  return { results: inOrder(results, ids ?? []), roster, run, troubles };
}

async function* gradingsIn(
  folder: string,
  latest: Set<Result>,
  onTrouble: (trouble: UsageError, path: string) => void,
) {
  const stored = new StoredResults(folder);
  for await (const current of stored.all(onTrouble)) {
    yield* await stored.attempts(current.student, current.assignment, onTrouble);
    latest.add(current);
    yield current;
  }
}

async function rosterOf(run: RunRecord | undefined): Promise<Student[] | undefined> {
  if (!run?.roster) return undefined;
  const { path, columns } = run.roster;
  const csv = await readFile(path).catch((cause: Error) => {
    throw new UsageError({
      code: 'RUN_ROSTER',
      message: {
        ko: `채점할 때 쓴 \`${path}\` 명단을 읽을 수 없습니다(${cause.message}).`,
        en: `The roster of this run, \`${path}\`, cannot be read (${cause.message}).`,
      },
      hint: {
        ko: '명단이 있는 곳을 `--roster FILE` 옵션으로 알려 주세요.',
        en: 'Say where it is now: `--roster FILE`.',
      },
      cause,
    });
  });
  return readRoster(csvText(csv), path, columns);
}

/** By the course's order of assignments, then by student: the same folder always reads the same. */
function inOrder(results: readonly Result[], ids: readonly string[]): Result[] {
  const place = ({ assignment }: Result) => (ids.indexOf(assignment) + ids.length + 1) % (ids.length + 1);
  return results.toSorted(
    (one, other) =>
      place(one) - place(other) ||
      one.assignment.localeCompare(other.assignment) ||
      one.student.localeCompare(other.student),
  );
}
