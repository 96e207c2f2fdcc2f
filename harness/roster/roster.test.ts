import { describe, expect, test } from 'vitest';
import { UsageError } from '../errors.ts';
import { readRoster } from './roster.ts';
import { studentOf } from './student-of.ts';

const kim = { username: 'kim-haneul', identifier: '20261234', name: '김하늘', email: '', section: '' };

describe('readRoster', () => {
  test('reads what GitHub Classroom downloads, with students who never linked an account', () => {
    const csv =
      '"identifier","github_username","github_id","name"\r\n"20261234","kim-haneul","1","김하늘"\r\n"Lee, Min","","",""\r\n';
    expect(readRoster(csv, 'roster.csv')).toEqual([
      kim,
      { username: '', identifier: 'Lee, Min', name: '', email: '', section: '' },
    ]);
  });

  test('reads Classroom 50’s, leaving staff out and an apostrophe before a formula too', () => {
    const csv =
      "\ufeffusername,first_name,last_name,email,section,github_id,role\nocto,Mona,Cat,m@x.org,A,1,student\nprof,A,B,,,2,teacher\nnew,'=1+1,,,,3,\n";
    const students = readRoster(csv, 'roster.csv');
    expect(students.map(({ username, name, email, section }) => [username, name, email, section])).toEqual([
      ['octo', 'Mona Cat', 'm@x.org', 'A'],
      ['new', '=1+1', '', ''],
    ]);
  });

  test('composes names that a Mac left in pieces, as those of submissions are', () => {
    const [student] = readRoster(`username,name\n${'김하늘,각'.normalize('NFD')}\n`, 'r.csv');
    expect([student?.username, student?.name]).toEqual(['김하늘', '각']);
  });

  test('reads any other by the columns it is told', () => {
    const csv = 'Login;Nr;Who\nkim-haneul;20261234;김하늘\n\n';
    expect(readRoster(csv, 'r.csv', { username: 'login', identifier: 'Nr', name: 'who' })).toEqual([kim]);
  });

  test.each([
    ['', '--roster-columns username='],
    ['name,mail\na,b\n', '--roster-columns username='],
    ['username,username\na,b\n', 'Rename one'],
    ['username\na\nb\nA\n', 'Delete one'],
    ['username,identifier\na,1\nb,1\n', 'Delete one'],
    ['username,identifier\na,1\nb,A\n', 'Delete one'],
    [`username\n${'하늘'}\n${'하늘'.normalize('NFD')}\n`, 'Delete one'],
    ['username\n"a\n', 'Save it again'],
  ])('%j is refused with a next step', (csv, step) => {
    const read = () => readRoster(csv, 'class.csv');
    expect(read).toThrow(UsageError);
    try {
      read();
    } catch (error) {
      expect(error).toMatchObject({ code: 'ROSTER', hint: { en: expect.stringContaining(step) } });
      expect((error as UsageError).message).toContain('class.csv');
    }
  });

  test('a column that was named and is not there is said, though another would have done', () => {
    expect(() => readRoster('username\na\n', 'r.csv', { username: 'login' })).toThrow('login');
    const named = { username: 'Username', name: '성함' };
    expect(() => readRoster('username,이름\na,김\n', 'r.csv', named)).toThrow(
      /`성함`; it has: username, 이름/,
    );
  });
});

describe('studentOf', () => {
  const roster = [
    kim,
    { ...kim, username: 'haneul', identifier: '' },
    { ...kim, username: 'octo-1', identifier: '' },
    { ...kim, username: 'a-very-long-name', identifier: '1' },
  ];
  test.each([
    ['kim-haneul', 'kim-haneul'],
    ['build-noderun-Kim-Haneul', 'kim-haneul'],
    ['docker-build-noderun-haneul', 'haneul'],
    ['build-noderun-haneul-2', 'haneul'],
    ['build-noderun-octo-1', 'octo-1'],
    ['build-noderun-haneul-1', 'haneul'],
    ['build-noderun-1', 'a-very-long-name'],
    ['20261234', 'kim-haneul'],
    ['build-noderun-xhaneul', undefined],
    ['somebody', undefined],
  ])('%s belongs to %s', (folder, username) => {
    expect(studentOf(folder, roster)?.username).toBe(username);
  });
});
