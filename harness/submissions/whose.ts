import { basename } from 'node:path';
import type { Student } from '../result.ts';
import { studentOf } from '../roster/index.ts';

/** Who is in the class, and whose is what. */
export interface People {
  readonly roster?: readonly Student[];
  /** Folder or archive to username, where an operator said so. */
  readonly said: ReadonlyMap<string, string>;
}

/** Moodle: `<full name>_<number>_assignsubmission_file_`, with a file's own name behind where folders were not asked for. */
const moodle = /^(.+?)_(\d+)_assignsubmission_(?:file|onlinetext)(?:_.*)?$/;

/**
 * Whose a folder or repository is. An operator's word comes first; with a roster it is who fits on it, by username,
 * identifier or full name, undefined when nobody does; without one it is what the name says.
 */
export function whose(
  item: { path: string; name: string; prefix?: string },
  people: People,
): string | undefined {
  const { roster, said } = people;
  const told = said.get(basename(item.path).normalize('NFC')) ?? said.get(item.name);
  if (told !== undefined) return personCalled(told, people) ?? told;
  const [, fullName, number] = moodle.exec(item.name) ?? [];
  const key = fullName ?? (item.prefix === undefined ? item.name : item.name.slice(item.prefix.length + 1));
  if (!roster) return number === undefined ? key : `${key}_${number}`;
  const exact = exactly(key, roster) ?? exactly(item.name, roster) ?? byFullName(key, roster);
  if (exact) return nameOf(exact);
  // Where the layout says what comes before the name, what comes after it is the whole name.
  if (item.prefix !== undefined) return nameOf(exactly(key.replace(/-\d+$/, ''), roster));
  return nameOf(studentOf(item.name, roster));
}

/** Who is meant by a name that somebody wrote down: of a roster whoever has it, undefined when nobody does. */
export function personCalled(name: string, { roster }: People): string | undefined {
  return roster ? nameOf(exactly(name, roster) ?? byFullName(name, roster)) : name;
}

/** What a student is called in results: the username, or what the school calls them while they have none. */
export function nameOf(student: Student): string;
export function nameOf(student: Student | undefined): string | undefined;
export function nameOf(student: Student | undefined): string | undefined {
  return student && (student.username || student.identifier || student.name);
}

function exactly(key: string, roster: readonly Student[]): Student | undefined {
  const wanted = key.toLowerCase();
  return roster.find(({ username, identifier }) =>
    [username, identifier].some((own) => own !== '' && own.toLowerCase() === wanted),
  );
}

/** By full name, spaces and the order of two parts aside, when no two students share it. */
function byFullName(key: string, roster: readonly Student[]): Student | undefined {
  const wanted = folded(key);
  const found = roster.filter(({ name }) => {
    const [first = '', ...rest] = name.trim().split(/\s+/);
    return name.trim() !== '' && [folded(name), folded(rest.join('') + first)].includes(wanted);
  });
  return found.length === 1 ? found[0] : undefined;
}

function folded(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s,]+/g, '');
}
