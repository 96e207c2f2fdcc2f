import type { Student } from '../result.ts';

/**
 * Whose submission a folder or repository is, by its name: a username alone, or a username after the assignment's or
 * the classroom's name and a dash, as clones of class repositories are called (`build-noderun-octocat`,
 * `docker-build-noderun-octocat`, `build-noderun-octocat-1` where the name was taken); identifiers do as well. Capitals
 * do not matter, and the longest name wins, whether it is a username or an identifier: `a-b` before `b`, `octocat` before
 * the number 1. Undefined when nobody of the roster fits.
 */
export function studentOf(folder: string, students: readonly Student[]): Student | undefined {
  const name = folder.toLowerCase();
  const unnumbered = name.replace(/-\d+$/, '');
  const ends = (whole: string, key: string) => whole === key || whole.endsWith(`-${key}`);
  const fitting = students.flatMap((student) =>
    [student.username, student.identifier]
      .map((key) => key.toLowerCase())
      .filter((key) => key !== '' && (ends(name, key) || ends(unnumbered, key)))
      .map((key) => ({ student, length: key.length, whole: ends(name, key) })),
  );
  const [best] = fitting.sort(
    (one, other) => other.length - one.length || Number(other.whole) - Number(one.whole),
  );
  return best?.student;
}
