import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { asGraded, type Result } from '../../harness/result.ts';
import * as reports from '../index.ts';
import { adjustedClass } from '../testing/adjusted-class.ts';
import { readJUnit } from '../testing/read-junit.ts';

const results = adjustedClass();
const english = { locale: 'en' } as const;
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const score = sum(results.map((result) => result.score ?? 0));
const max = sum(results.map((result) => result.max));
const submission: reports.Classroom50Submission = {
  ...{ classroom: 'docker', assignment: 'lab', assignmentType: 'individual', owner: 'octocat' },
  ...{ submission: 'submit/1', commit: 'https://example.com/1', release: 'https://example.com/2' },
  review: 'https://example.com/3',
};

/** Each writer's text on one result; an instructor's reason, and a late submitter's, must stand in all of them. */
const writers: Record<string, (result: Result) => string> = {
  terminal: (result) => reports.terminal([result], { ...english, columns: 120, colour: false }),
  markdown: (result) => reports.markdown([result], english),
  junit: (result) => reports.junit([result], english),
  'junit, strict': (result) => reports.junit([result], { ...english, profile: 'strict' }),
  ctrf: (result) => reports.ctrf([result], english),
  gradescope: (result) => reports.gradescope([result], english) ?? '',
  classroom: (result) => Buffer.from(reports.classroom([result], english), 'base64').toString(),
  classroom50: (result) => reports.classroom50([result], submission, english).result ?? '',
  'grades.csv': (result) => reports.gradesCsv(reports.gradebookOf([result]), english),
  'moodle.csv': (result) => reports.moodleCsv(reports.gradebookOf([result]), english),
};

describe.each(Object.entries(writers))('%s', (_name, write) => {
  test.each([
    [0, /30 → 24/, /after the due date/],
    [1, /24 → 45/, /구두로 확인했습니다\. \(오 교수\)/],
    [2, /0 → 50/, /Shown on paper \(오 교수\).*nothing handed in/],
    [3, /– → 100/, /HYPERLINK/],
    [4, /100 → 0/, /Copied from kim/],
  ])('says of result %i what changed, and why', (index, change, reason) => {
    const [result] = results.slice(index);
    const text = result ? write(result).replace(/\s+[│]?\s*/g, ' ') : '';
    expect(text).toMatch(change);
    expect(text).toMatch(reason);
  });
});

describe('totals are the final scores', () => {
  test('of classroom autograding, which adds up its tests', () => {
    const { tests, max_score, status } = JSON.parse(
      Buffer.from(reports.classroom(results, english), 'base64').toString(),
    );
    expect(sum(tests.map((each: { score: number }) => each.score))).toBe(score);
    expect([max_score, status]).toEqual([max, 'fail']);
  });

  test('of Classroom 50, Gradescope, CTRF and the outputs of a step', () => {
    const fifty = JSON.parse(reports.classroom50(results, submission, english).result ?? '{}');
    expect([fifty.score, fifty['max-score']]).toEqual([score, max]);
    const worth = (each: { score: number; adjustment?: number }) => each.score + (each.adjustment ?? 0);
    expect(sum(fifty.tests.map(worth))).toBe(score);
    for (const each of fifty.tests) expect(each.score).toBeGreaterThanOrEqual(0);
    const scope = JSON.parse(reports.gradescope(results, english) ?? '{}');
    expect([scope.score, sum(scope.tests.map((each: { score: number }) => each.score))]).toEqual([
      score,
      score,
    ]);
    expect(sum(scope.tests.map((each: { max_score: number }) => each.max_score))).toBe(max);
    const { tests } = JSON.parse(reports.ctrf(results, english)).results;
    expect(sum(tests.map((each: { extra: { score: number } }) => each.extra.score))).toBe(score);
    expect(reports.stepOutputs(results, english)).toContain(`\nscore=${score}\nmax=${max}\n`);
  });

  test('of JUnit, whose suites tell the score before it was adjusted, and no case of which is an error', () => {
    const suites = readJUnit(reports.junit(results, english)).testsuite;
    const xml = reports.junit(results, english);
    expect(xml).not.toContain('<error');
    expect(suites).toHaveLength(results.length);
    expect(xml).toContain('<property name="raw_score" value="30"/>');
    expect(xml).toContain('<property name="adjustments" value="attempt late override"/>');
  });
});

test('grades.csv has both scores, what kind of adjustment and why, and nothing in it is a formula', () => {
  const [header = [], ...rows]: string[][] = parse(reports.gradesCsv(reports.gradebookOf(results), english));
  const columns = ['', ' outcome', ' raw_score', ' adjustment'].map((name) =>
    header.indexOf(`build-noderun${name}`),
  );
  const cells = Object.fromEntries(rows.map((row) => [row[0], columns.map((column) => row[column])]));
  expect(cells).toMatchObject({
    김하늘: ['24', 'graded', '30', 'late'],
    kim: ['45', 'graded', '30', 'attempt late override'],
    이민: ['50', 'graded', '0', 'override'],
    park: ['100', 'graded', '', 'override'],
    choi: ['0', 'graded', '100', 'override'],
  });
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
});

test('a score that is a person’s word alone is never told as checks that passed, nor asks to check again', () => {
  const [, , rescued] = results;
  const shown = reports.terminal(rescued ? [rescued] : [], { ...english, columns: 80, colour: false });
  expect(shown).not.toMatch(/every check passed|drydock check/);
  expect(shown).toContain('Your instructor gave this score');
  const summary = reports.terminalSummary(results, { ...english, columns: 120, colour: false });
  expect(summary.split('\n').filter((line) => line.includes('±'))).toHaveLength(results.length);
});

test('the page marks each adjusted score and says why once it is unfolded', () => {
  const page = reports.html(results, english);
  expect(page.match(/aria-hidden="true">±/g)).toHaveLength(2 * results.length);
  expect(page).toContain('<span>± <span lang="ko">조정된 점수</span>');
  expect(reports.html(results.map(asGraded), english)).not.toContain('±');
});
