import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { classResults } from '../testing/class-results.ts';
import { readByCanvas, readByMoodle } from '../testing/grade-readers.ts';
import { nastyText } from '../testing/nasty-checks.ts';
import { nastyResults } from '../testing/nasty-results.ts';
import { canvasCsv, gradesCsv, moodleCsv } from './csv.ts';
import { gradebookOf } from './gradebook.ts';

const student = (username: string) => ({
  ...{ username, identifier: `id-${username}`, name: '=1+1', email: '', section: '@A' },
});
const roster = [student('choi'), student('park'), student('lee.min'), student(nastyText), student('nobody')];

test('Canvas takes every row: a score is a number, and no score changes nothing', () => {
  for (const bom of [true, false]) {
    const book = gradebookOf(nastyResults(), roster);
    const { students, titles, possible } = readByCanvas(canvasCsv(book, { locale: 'ko', bom }));
    expect(titles).toEqual(['Node.js 이미지 만들기', 'Node.js 이미지 만들기']);
    expect(possible).toEqual([100, 100]);
    expect(students.map(({ scores }) => scores)).toEqual([
      [null, 100],
      [0, null],
      [0, null],
      [35, null],
      [null, null],
    ]);
    expect(students[0]).toMatchObject({ name: "'=1+1", login: 'choi' });
  }
});

test('Moodle takes the whole table: every user is on the roster, every grade one of a hundred', () => {
  const book = gradebookOf(classResults(), [student('choi'), student('park'), student('nobody')]);
  const rows = readByMoodle(moodleCsv(book, { locale: 'ko' }), ['choi', 'park', 'nobody']);
  expect(rows.map(({ scores }) => scores)).toEqual([[100], [null], [null]]);
  expect(rows[1]?.feedback[0]).toContain('Docker 엔진이');
});

test.each([
  [' =1+1', " '=1+1"],
  ['\u00a0\u3000+1', "\u00a0\u3000'+1"],
  ['a;  =1', "a;  '=1"],
  ['a\n\u200b\n -1', "a\n\u200b\n '-1"],
  ['a;＝1', "a;'＝1"],
  ['a = b - c', 'a = b - c'],
])('%j is a text to every spreadsheet', (name, cell) => {
  const [, row] = parse(
    gradesCsv(gradebookOf(classResults(), [{ ...student('x'), name }]), { locale: 'en' }),
  );
  expect(row?.[2]).toBe(cell);
});

test('a table of a spreadsheet that parts cells at semicolons has no formula in it either', () => {
  const text = 'x;=cmd|calc\n+1\t@x';
  const results = classResults().map((result) => ({
    ...result,
    checks: result.checks.map((check) =>
      check.status === 'failed' ? { ...check, message: { ko: text, en: text } } : check,
    ),
  }));
  const csv = moodleCsv(gradebookOf(results), { locale: 'en' });
  expect(csv).toContain('cmd|calc');
  for (const cell of csv.split(/[;\t\r\n,]/)) expect(cell.replace(/^"+/, '')).not.toMatch(/^[=+\-@]/);
});
