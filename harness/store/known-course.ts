import { emptyEvidence, type Result, resultSchemaId, type Student } from '../result.ts';
import type { Text } from '../text.ts';
import { sameName } from './safe-name.ts';

/** As much of an assignment as a result without a submission needs. */
export interface KnownAssignment {
  id: string;
  title: Text;
  points: number;
  script: string;
}

/** Whom and what an override may name, besides those who have results. */
export interface KnownCourse {
  students: readonly Student[];
  assignments: readonly KnownAssignment[];
}

/**
 * Finds whom a name means, as results carry it: somebody with a result, or somebody of the roster by username or
 * identifier, whatever the capitals where that leaves one person. Undefined for a name that nobody has.
 */
export function studentFinder(
  withResults: readonly string[],
  roster: readonly Student[],
): (name: string) => string | undefined {
  const exact = new Set(withResults.map(sameName));
  const folded = Map.groupBy(exact, fold);
  const only = (name: string) => {
    const found = folded.get(fold(name)) ?? [];
    return found.length === 1 ? found[0] : undefined;
  };
  return (name) => {
    if (exact.has(name)) return name;
    const listed = roster.find((student) => namesOf(student).some((each) => fold(each) === fold(name)));
    const names = listed ? namesOf(listed) : [name];
    return names.map(only).find((found) => found !== undefined) ?? (listed && names[0]);
  };
}

function namesOf({ username, identifier }: Student): string[] {
  return [username, identifier].filter((name) => name !== '').map(sameName);
}

function fold(name: string): string {
  return sameName(name).toLowerCase();
}

/** Each assignment that is known, or that somebody has a result of. */
export function assignmentsOf(
  results: readonly Result[],
  known: readonly KnownAssignment[],
): KnownAssignment[] {
  const found = results.map(({ assignment, assignmentTitle, max, script }) => {
    return { id: assignment, title: assignmentTitle, points: max, script };
  });
  return [...new Map([...found, ...known].map((each) => [each.id, each])).values()];
}

/** The result of a student who never handed anything in, for an override to give a score to. */
export function neverHandedIn(student: string, { id, title, points, script }: KnownAssignment): Result {
  return {
    schema: resultSchemaId,
    student,
    assignment: id,
    assignmentTitle: title,
    script,
    outcome: 'missing',
    reason: {
      code: 'NOT_HANDED_IN',
      message: { ko: '제출한 것이 없습니다.', en: 'Nothing was handed in.' },
    },
    score: 0,
    max: points,
    checks: [],
    submissionHash: null,
    submittedAt: null,
    graderVersion: '-',
    images: {},
    standIns: [],
    engineVersion: null,
    // Nothing ran: a time of its own would make two readings of one folder differ.
    startedAt: '1970-01-01T00:00:00.000Z',
    phases: { prepare: 0, boot: 0, replay: 0, checks: 0 },
    evidence: emptyEvidence(),
  };
}
