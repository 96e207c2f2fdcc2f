import type { Student } from '../result.ts';

/**
 * Whose submission a folder or repository is, by its name: a username alone, or a username after the assignment's or
 * the classroom's name and a dash, as clones of class repositories are called (`build-noderun-octocat`,
 * `docker-build-noderun-octocat`, `build-noderun-octocat-1` where the name was taken). Capitals do not matter, and the
 * longest username wins: `a-b` before `b`. Undefined when nobody of the roster fits.
 */
export function studentOf(folder: string, students: readonly Student[]): Student | undefined {
  const name = folder.toLowerCase();
  const ending = (end: string) => {
    const fitting = students.filter(({ username, identifier }) =>
      [username, identifier].some(
        (key) => key !== '' && (end === key.toLowerCase() || end.endsWith(`-${key.toLowerCase()}`)),
      ),
    );
    return fitting.sort((one, other) => other.username.length - one.username.length)[0];
  };
  return ending(name) ?? (/-\d+$/.test(name) ? ending(name.replace(/-\d+$/, '')) : undefined);
}
