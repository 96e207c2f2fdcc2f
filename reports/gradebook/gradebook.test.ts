import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { classResults } from '../testing/class-results.ts';
import { nastyText } from '../testing/nasty-checks.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { canvasClashes, canvasCsv, gradesCsv, moodleCsv } from './csv.ts';
import { differingPoints } from './differing-points.ts';
import { gradebookOf } from './gradebook.ts';

const student = (username: string, more = {}) => ({
  ...{ username, identifier: '', name: '', email: '', section: '' },
  ...more,
});
const second = plainResult({ student: '김하늘', assignment: 'run-nginx', score: 40 });
const roster = [
  student('김하늘', { name: '=HYPERLINK("http://x")', identifier: '007', email: 'k@x.org', section: 'A' }),
  student('PARK'),
  student('nobody'),
];
const book = gradebookOf([...classResults(), second], roster);
const rows = (csv: string): string[][] => parse(csv, { bom: true });

describe('gradebookOf', () => {
  test('joins by username whatever its capitals, and lists who is missing and who is extra', () => {
    expect(book.rows.map(({ results }) => Object.keys(results))).toEqual([
      ['build-noderun', 'run-nginx'],
      ['build-noderun'],
      [],
    ]);
    expect(book.missing.map(({ username }) => username)).toEqual(['nobody']);
    expect(book.extra).toEqual(['이민', 'choi']);
  });

  test('two results for one row are told, by whatever names they came', () => {
    expect(book.duplicates).toEqual([]);
    const both = [
      plainResult({ student: '007' }),
      plainResult({ student: 'KIM' }),
      plainResult({ student: 'kim' }),
    ];
    const kim = student('kim', { identifier: '007' });
    const claims = (roster?: (typeof kim)[]) =>
      gradebookOf(both, roster).duplicates.map(({ claimed }) => claimed);
    expect(claims([kim])).toEqual([['KIM', 'kim', '007']]);
    expect(claims()).toEqual([['KIM', 'kim']]);
  });

  test('results out of different points are told, and none of them is out of less than it was', () => {
    const before = plainResult({ student: 'kim', score: 55, max: 60 });
    const after = plainResult({ student: 'lee', score: 90, max: 100 });
    for (const results of [
      [before, after, plainResult()],
      [after, plainResult(), before],
    ]) {
      const { assignments } = gradebookOf(results);
      expect(assignments).toMatchObject([{ id: 'build-noderun', max: 100, maxima: [60, 100] }]);
      expect(differingPoints(assignments)).toEqual([
        { ko: expect.stringContaining('(60, 100점)'), en: expect.stringContaining('(60, 100)') },
      ]);
    }
    expect(differingPoints(book.assignments)).toEqual([]);
  });

  test('without a roster everybody with a result is a row', () => {
    const { rows, extra } = gradebookOf(classResults());
    expect(rows).toHaveLength(4);
    expect(extra).toEqual([]);
  });
});

describe('grades.csv', () => {
  test('has a score and an outcome per assignment; an error is empty and has no total, missing counts nothing', () => {
    const [header, kim, park, nobody] = rows(gradesCsv(book, { locale: 'en' }));
    expect(header?.slice(5)).toEqual([
      'build-noderun',
      'build-noderun outcome',
      'build-noderun raw_score',
      'build-noderun adjustment',
      'build-noderun reason',
      'run-nginx',
      'run-nginx outcome',
      'run-nginx raw_score',
      'run-nginx adjustment',
      'run-nginx reason',
      'total',
      'max',
    ]);
    expect(kim?.slice(5)).toEqual(['30', 'graded', '30', '', '', '40', 'graded', '40', '', '', '70', '200']);
    expect(park?.slice(5)).toEqual(['', 'error', '', '', '', '', 'missing', '', '', '', '', '200']);
    expect(nobody?.slice(5)).toEqual(['', 'missing', '', '', '', '', 'missing', '', '', '', '0', '200']);
  });

  test('nothing in it is a formula, and Excel is told that it is UTF-8 where that was asked', () => {
    const nasty = gradebookOf([
      plainResult({ student: '+cmd|calc' }),
      ...nastyResults(),
      plainResult({ student: '\t=1' }),
    ]);
    const csv = gradesCsv(nasty, { locale: 'en', bom: true });
    expect(csv.startsWith('\ufeff')).toBe(true);
    for (const cell of rows(csv).flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/(?![\n\t])\p{Cc}/u);
  });
});

describe('Canvas', () => {
  test('the header has the columns it looks for, the second row the points, and a known assignment its id', () => {
    const csv = canvasCsv(book, { locale: 'en', assignmentIds: { 'build-noderun': '42' } });
    const [header, points, kim, park] = rows(csv);
    expect(header).toEqual([
      'Student',
      'ID',
      'SIS User ID',
      'SIS Login ID',
      'Section',
      'Build a Node.js image (42)',
      'Build a Node.js image',
    ]);
    expect(points).toEqual(['    Points Possible', '', '', '', '', '100', '100']);
    expect(kim?.slice(1)).toEqual(['', '007', '김하늘', 'A', '30', '40']);
    expect(park?.slice(5)).toEqual(['', '']);
  });
});

describe('what Canvas would mix up', () => {
  const ids = ['a', 'b', 'c'];
  const titled = (titles: readonly string[]) =>
    gradebookOf(
      titles.map((title, index) =>
        plainResult({ assignment: ids[index] ?? '', assignmentTitle: { ko: `과제 ${index}`, en: title } }),
      ),
    );
  test.each([
    [['A', 'B'], {}, []],
    [['A', 'A', 'B'], {}, [['a', 'b']]],
    [['A', '`A`'], { a: '1' }, [['a', 'b']]],
    [['A', 'A'], { a: '1', b: '2' }, []],
    [['A', 'A'], { a: '1', b: '1' }, [['a', 'b']]],
    [['A', 'B', 'C'], { a: '1', c: '1' }, [['a', 'c']]],
  ] as const)('%j with %j: %j', (titles, assignmentIds, clashes) => {
    expect(canvasClashes(titled(titles), { locale: 'en', assignmentIds })).toEqual(clashes);
  });

  test('titles that differ in the language of the table are no trouble', () => {
    expect(canvasClashes(titled(['A', 'A']), { locale: 'ko', assignmentIds: {} })).toEqual([]);
  });

  test('an assignment that is called as what every object has gets no number', () => {
    const [header] = rows(
      canvasCsv(gradebookOf([plainResult({ assignment: 'constructor' })]), { locale: 'en' }),
    );
    expect(header?.at(-1)).toBe('Build a Node.js image');
  });
});

describe('Moodle', () => {
  test('a number or nothing as score, and feedback that tells the next step', () => {
    const [header, kim, park] = rows(moodleCsv(book, { locale: 'ko' }));
    expect(header?.slice(3, 5)).toEqual(['build-noderun score', 'build-noderun feedback']);
    expect(kim?.slice(0, 4)).toEqual(['김하늘', 'k@x.org', '007', '30']);
    expect(kim?.[4]).toContain('`docker rm node-run` 명령으로');
    expect(park?.[3]).toBe('');
  });

  test('a student’s text stays in its cell', () => {
    const table = rows(moodleCsv(gradebookOf(nastyResults()), { locale: 'en' }));
    expect(new Set(table.map((row) => row.length)).size).toBe(1);
    expect(nastyText).toContain('\n');
  });
});
