import type { Result, Student } from '../../harness/result.ts';

/** One student with what was graded of theirs. */
export interface GradebookRow {
  student: Student;
  /** By assignment; none where nothing of that assignment was graded. */
  results: Readonly<Record<string, Result>>;
}

/** An assignment as a column of a grade book. */
export interface GradebookAssignment {
  id: string;
  title: Result['assignmentTitle'];
  /** Points: the most that any of its results was graded out of. */
  max: number;
  /** The same of each result, ascending: several where its points changed and not everybody was graded again. */
  maxima: readonly number[];
}

/** A class with its results, joined. */
export interface Gradebook {
  /** In the order in which the results have them. */
  assignments: readonly GradebookAssignment[];
  /** The roster's students in the roster's order; without a roster, those who handed something in, by name. */
  rows: readonly GradebookRow[];
  /** Students of the roster without any result. */
  missing: readonly Student[];
  /** Names of students with results who are not on the roster: their results are in no row. */
  extra: readonly string[];
  /** Rows that two results claim: students whose names differ in capitals alone, or who are on the roster by both names. */
  duplicates: readonly { student: Student; assignment: string; claimed: readonly string[] }[];
}

/** Joins results with a roster; without one, everybody who has a result is a row. */
export function gradebookOf(results: readonly Result[], roster?: readonly Student[]): Gradebook {
  const byStudent = Map.groupBy(results, ({ student }) => student.toLowerCase());
  const students = roster ?? unlisted(results);
  const rows = students.map((student) => ({ student, results: resultsOf(student, byStudent) }));
  const known = new Set(students.flatMap((student) => keysOf(student)));
  return {
    assignments: assignmentsOf(results),
    rows,
    missing: rows.filter(({ results }) => Object.keys(results).length === 0).map(({ student }) => student),
    duplicates: students.flatMap((student) => claimedTwice(student, byStudent)),
    extra: [...new Set(results.map(({ student }) => student))].filter(
      (name) => !known.has(name.toLowerCase()),
    ),
  };
}

/** The columns of a grade book alone, in the order in which the results have them; the latest title counts. */
export function assignmentsOf(results: readonly Result[]): GradebookAssignment[] {
  const titles = new Map(results.map(({ assignment, assignmentTitle }) => [assignment, assignmentTitle]));
  return [...titles].map(([id, title]) => {
    const points = results.filter(({ assignment }) => assignment === id).map(({ max }) => max);
    const maxima = [...new Set(points)].sort((one, other) => one - other);
    return { id, title, max: Math.max(...maxima), maxima };
  });
}

/** Points of all assignments; null when one of them has no score: a sum without it would be a wrong grade. */
export function totalOf({ assignments }: Gradebook, { results }: GradebookRow): number | null {
  const scores = assignments.map(({ id }) => (results[id] ? results[id].score : 0));
  return scores.some((score) => score === null)
    ? null
    : scores.reduce<number>((sum, score) => sum + (score ?? 0), 0);
}

function resultsOf(
  student: Student,
  byStudent: ReadonlyMap<string, readonly Result[]>,
): Record<string, Result> {
  const found = foundOf(student, byStudent).map((result) => [result.assignment, result]);
  // Without a prototype: an assignment may be called `constructor`.
  return Object.assign(Object.create(null), Object.fromEntries(found));
}

function claimedTwice(
  student: Student,
  byStudent: ReadonlyMap<string, readonly Result[]>,
): Gradebook['duplicates'] {
  const byAssignment = Map.groupBy(foundOf(student, byStudent), ({ assignment }) => assignment);
  return [...byAssignment]
    .filter(([, results]) => results.length > 1)
    .map(([assignment, results]) => ({
      student,
      assignment,
      claimed: results.map(({ student: name }) => name),
    }));
}

function foundOf(student: Student, byStudent: ReadonlyMap<string, readonly Result[]>): Result[] {
  return keysOf(student).flatMap((key) => byStudent.get(key) ?? []);
}

function keysOf({ username, identifier }: Student): string[] {
  return [...new Set([username, identifier].filter(Boolean).map((key) => key.toLowerCase()))];
}

/** Everybody who has a result. As on a roster, names that differ in capitals alone are one student's. */
function unlisted(results: readonly Result[]): Student[] {
  const names = [...new Set(results.map(({ student }) => student))].sort((one, other) =>
    one.localeCompare(other),
  );
  const students = [...Map.groupBy(names, (name) => name.toLowerCase()).values()];
  return students.map(([username = '']) => ({ username, identifier: '', name: '', email: '', section: '' }));
}
