import { describe, expect, test } from 'vitest';
import { studentCalled } from './testing/class-of-students.ts';
import { personCalled, whose } from './whose.ts';

const said = new Map([
  ['odd', 'kim'],
  ['odd.zip', 'lee'],
]);
const roster = [
  studentCalled('kim', '김 하늘', '20260001'),
  studentCalled('kim-haneul', 'Haneul Kim'),
  studentCalled('', '이 민', '20260002'),
  studentCalled('twin-a', 'Sam Park'),
  studentCalled('twin-b', 'Sam Park'),
  studentCalled('octo-1'),
  studentCalled('noderun-fan'),
];
const of = (name: string, prefix?: string, path = `/c/${name}`) =>
  whose({ path, name, ...(prefix === undefined ? {} : { prefix }) }, { roster, said });

describe('with a roster', () => {
  test.each([
    ['KIM', undefined, 'kim'],
    ['20260002', undefined, '20260002'],
    ['docker-lab-kim-haneul', undefined, 'kim-haneul'],
    ['lab-kim', 'lab', 'kim'],
    ['lab-x-kim', 'lab', undefined],
    ['lab-kim-1', 'lab', 'kim'],
    ['lab-octo-1', 'lab', 'octo-1'],
    ['noderun-fan', 'noderun', 'noderun-fan'],
    ['하늘 김_4711_assignsubmission_file_', undefined, 'kim'],
    ['김하늘_4711_assignsubmission_file_과제', undefined, 'kim'],
    ['Kim Haneul_1_assignsubmission_file', undefined, 'kim-haneul'],
    ['이 민', undefined, '20260002'],
    ['Sam Park', undefined, undefined],
    ['nobody', undefined, undefined],
    ['odd', undefined, 'kim'],
  ])('%s (%s) is %s', (name, prefix, student) => {
    expect(of(name, prefix)).toBe(student);
  });

  test('an operator’s word is for a folder, or for an archive with its ending', () => {
    expect(of('odd', undefined, '/c/odd.zip')).toBe('lee');
  });

  test('a name that somebody wrote down has to be the whole name', () => {
    expect(personCalled('Kim', { roster, said })).toBe('kim');
    expect(personCalled('x-kim', { roster, said })).toBeUndefined();
  });
});

describe('without a roster the name says it', () => {
  test.each([
    ['lab-kim', 'lab', 'kim'],
    ['lab-kim', undefined, 'lab-kim'],
    ['김하늘_4711_assignsubmission_file_', undefined, '김하늘_4711'],
    ['odd', undefined, 'kim'],
  ])('%s (%s) is %s', (name, prefix, student) => {
    expect(whose({ path: `/c/${name}`, name, ...(prefix === undefined ? {} : { prefix }) }, { said })).toBe(
      student,
    );
  });
});
