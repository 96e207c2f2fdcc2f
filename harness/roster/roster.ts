import { parse } from 'csv-parse/sync';
import type { Student } from '../result.ts';
import {
  duplicateColumn,
  duplicateStudent,
  noSuchColumn,
  noUsernames,
  unreadable,
} from './roster-trouble.ts';

/** Which column of a roster holds what; those left out are found by their usual names. */
export type RosterColumns = Partial<Record<keyof Student, string>>;

/** The parts of a student that a column can be named for. */
export const rosterColumns: readonly (keyof Student)[] = [
  'username',
  'identifier',
  'name',
  'email',
  'section',
];

/**
 * Usual names of columns, first come first taken: GitHub Classroom's classroom_roster.csv (`identifier`,
 * `github_username`, `github_id`, `name`), Classroom 50's roster.csv (`username`, `first_name`, `last_name`, `email`,
 * `section`, `github_id`, `role`) and what LMS exports call them.
 */
const usual: Record<keyof Student, readonly string[]> = {
  username: ['username', 'github_username', 'login', 'sis login id', 'github'],
  identifier: [
    'identifier',
    'student id',
    'idnumber',
    'id number',
    'sis user id',
    'roster_identifier',
    '학번',
  ],
  name: ['name', 'student', 'full name', '이름', '성명'],
  email: ['email', 'email address', 'e-mail', '이메일'],
  section: ['section', 'class', '분반'],
};

/**
 * The students of a roster in CSV, in its order. Takes a byte order mark, semicolons, blank lines and columns it does
 * not know; leaves out people whose `role` is another than student.
 * @throws UsageError `ROSTER` when it is no roster, or when somebody or a column stands in it twice
 */
export function readRoster(csv: string, path: string, columns: RosterColumns = {}): Student[] {
  const [header = [], ...rows] = recordsOf(csv, path);
  const names = header.map((name) => name.trim().toLowerCase());
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined) throw duplicateColumn(path, twice);
  const at = (part: keyof Student) => {
    const given = columns[part]?.toLowerCase();
    return given === undefined ? first(names, usual[part]) : names.indexOf(given);
  };
  const index = {
    username: at('username'),
    identifier: at('identifier'),
    name: at('name'),
    email: at('email'),
    section: at('section'),
  };
  if (index.username < 0) throw noUsernames(path, header, columns.username);
  for (const asked of Object.values(columns))
    if (!names.includes(asked.toLowerCase())) throw noSuchColumn(path, header, asked);
  const role = names.indexOf('role');
  const students = rows
    .filter((row) => role < 0 || ['', 'student'].includes((row[role] ?? '').trim().toLowerCase()))
    .map((row) => studentIn(row, index, names))
    .filter(({ username, identifier, name }) => username !== '' || identifier !== '' || name !== '');
  refuseTwice(students, path);
  return students;
}

function recordsOf(csv: string, path: string): string[][] {
  // Excel writes semicolons where a comma is the decimal sign.
  const [firstLine = ''] = csv.split(/\r?\n/, 1);
  const delimiter = firstLine.includes(',') || !firstLine.includes(';') ? ',' : ';';
  try {
    const options = {
      bom: true,
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 65_536,
    };
    return parse(csv, options) as string[][];
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

function studentIn(row: string[], index: Record<keyof Student, number>, names: readonly string[]): Student {
  const cell = (column: number) => plainCell(row[column] ?? '');
  const given = [cell(names.indexOf('first_name')), cell(names.indexOf('last_name'))]
    .filter(Boolean)
    .join(' ');
  return {
    username: cell(index.username),
    identifier: cell(index.identifier),
    name: cell(index.name) || given,
    email: cell(index.email),
    section: cell(index.section),
  };
}

/**
 * Tools put an apostrophe before what a spreadsheet would take for a formula: it is no part of the value. Names are
 * composed (NFC), as those of submissions are: one from a Mac may come in pieces.
 */
function plainCell(value: string): string {
  return value
    .trim()
    .replace(/^'(?=[=+\-@\t\r])/, '')
    .normalize('NFC');
}

/** Submissions are found by username and by identifier: what is one student's must be neither of another's. */
function refuseTwice(students: readonly Student[], path: string): void {
  const owners = new Map<string, Student>();
  for (const student of students) {
    for (const part of ['username', 'identifier'] as const) {
      const value = student[part].toLowerCase();
      const owner = owners.get(value);
      if (value !== '' && owner !== undefined && owner !== student)
        throw duplicateStudent(path, part, student[part]);
      owners.set(value, student);
    }
  }
}

function first(names: readonly string[], wanted: readonly string[]): number {
  const found = wanted.find((name) => names.includes(name));
  return found === undefined ? -1 : names.indexOf(found);
}
