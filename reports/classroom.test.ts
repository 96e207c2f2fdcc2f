import { expect, test } from 'vitest';
import type { Result } from '../harness/result.ts';
import { classroom } from './classroom.ts';
import { classResults } from './testing/class-results.ts';
import { readByReporter } from './testing/grade-readers.ts';
import { passedCheck } from './testing/nasty-checks.ts';
import { nastyResults, plainResult } from './testing/nasty-results.ts';

interface Runner {
  version: number;
  status: string;
  max_score?: number;
  tests: { name: string; status: string; score: number; message: string | null; line_no: number }[];
}

const written = (results: readonly Result[]) => classroom(results, { locale: 'en' });
const read = (results: readonly Result[]): Runner =>
  JSON.parse(Buffer.from(written(results), 'base64').toString('utf8'));

/** What the reporter prints as the total. */
const reported = (results: readonly Result[]) => readByReporter(written(results)).total;

const [graded = plainResult()] = classResults();

test('the reporter’s total is the score', () => {
  expect(reported([graded])).toBe('Points 30/100');
  expect(reported([plainResult()])).toBe('Points 100/100');
  expect(read([plainResult()]).status).toBe('pass');
  expect(read([graded]).status).toBe('fail');
});

test('several assignments are one total, and their tests are told apart', () => {
  const both = read([graded, plainResult({ assignment: 'run-nginx' })]);
  expect(reported([graded, plainResult({ assignment: 'run-nginx' })])).toBe('Points 130/200');
  expect(both.tests.at(-1)?.name).toMatch(/^run-nginx: /);
});

test('missing and invalid are zeros that say why', () => {
  const [, missing = graded, invalid = graded] = nastyResults();
  for (const result of [missing, invalid]) {
    expect(reported([result])).toBe('Points 0/100');
    expect(read([result]).tests[0]?.message).toMatch(/\S/);
  }
});

test('an error is no zero: it has no total, and makes the job fail', () => {
  const broken = read([graded, ...nastyResults().filter(({ outcome }) => outcome === 'error')]);
  expect(broken.status).toBe('error');
  expect(broken).not.toHaveProperty('max_score');
  expect(
    readByReporter(written([graded, ...nastyResults().filter(({ outcome }) => outcome === 'error')])).total,
  ).toBe('Points 0/0');
  expect(read([])).toMatchObject({ status: 'error', tests: [] });
});

test('every number is whole, every line a number, and 0 where none is known', () => {
  for (const { score, line_no } of read(nastyResults()).tests) {
    expect(Number.isSafeInteger(score)).toBe(true);
    expect(Number.isSafeInteger(line_no)).toBe(true);
  }
  expect(read([graded]).tests.map(({ line_no }) => line_no)).toContain(7);
});

test('a student’s text cannot become a command of the log it is printed to', () => {
  for (const { name, message } of read(nastyResults()).tests)
    expect(`${name}\n${message ?? ''}`).not.toMatch(/^\s*::|\p{Cc}(?<!\n)/mu);
  expect(written(nastyResults())).toMatch(/^[A-Za-z0-9+/]+=*$/);
});

test('the reporter prints no NaN and no line that is none, and fails the job where points were lost', () => {
  for (const results of [classResults(), nastyResults(), [graded], [plainResult()]]) {
    const { total, lines, exit } = readByReporter(written(results));
    expect(total).toMatch(/^Points \d+\/\d+$/);
    for (const line of lines) expect(line).toMatch(/\S(?! - line (?!\d+$))/);
    expect(lines.join()).not.toMatch(/undefined|NaN|line null/);
    expect(exit).toBe(results.every(({ score, max }) => score === max) ? 0 : 1);
  }
});

test('fits into the variable that carries it to the reporter: then each check says less, and loses no point', () => {
  const checks = (count: number) =>
    Array.from({ length: count }, (_, index) => {
      const message = { ko: '가'.repeat(2000), en: '나'.repeat(2000) };
      return passedCheck({
        ...{ id: `check-${index}`, max: 1, message, messageId: 'x' },
        ...(index === 0 ? { points: 1, message: null } : { status: 'failed' as const, points: 0 }),
      });
    });
  for (const count of [10, 80, 150, 250]) {
    const many = [plainResult({ score: 1, max: count, checks: checks(count) })];
    expect(written(many).length).toBeLessThan(128 * 1024 - 100);
    expect(reported(many)).toBe(`Points 1/${count}`);
  }
  const told = (count: number) =>
    read([plainResult({ score: 1, max: count, checks: checks(count) })]).tests[1];
  expect(told(10)?.message).toHaveLength(500);
  expect(told(80)?.message).toHaveLength(200);
});
