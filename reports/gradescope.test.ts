import { expect, test } from 'vitest';
import { gradescope } from './gradescope.ts';
import { classResults } from './testing/class-results.ts';
import { nastyResults, plainResult } from './testing/nasty-results.ts';

const [graded = plainResult()] = classResults();
const read = (results: Parameters<typeof gradescope>[0]) =>
  JSON.parse(gradescope(results, { locale: 'ko' }) ?? '');

test('the score on top is the sum of the tests’, and both are the result’s', () => {
  const report = read([graded, plainResult({ assignment: 'run-nginx' })]);
  const sum = (key: string) =>
    report.tests.reduce((all: number, test: Record<string, number>) => all + (test[key] ?? 0), 0);
  expect(report.score).toBe(130);
  expect(sum('score')).toBe(130);
  expect(sum('max_score')).toBe(200);
});

test('knows only the statuses, formats and visibilities that Gradescope knows', () => {
  const [nasty = graded] = nastyResults();
  const { tests, visibility, output_format } = read([nasty]);
  expect([visibility, output_format]).toEqual(['visible', 'text']);
  for (const test of tests) {
    expect(['passed', 'failed']).toContain(test.status);
    expect(test.output).not.toMatch(/(?![\n\t])\p{Cc}/u);
  }
});

test('a blocked check has failed, with what to fix first', () => {
  const blocked = read([graded]).tests.find(({ tags }: { tags: string[] }) => tags[0] === 'http');
  expect(blocked).toMatchObject({ status: 'failed', score: 0, max_score: 15 });
  expect(blocked.output).toContain('먼저 고칠 항목');
});

test('without a score there is no file to take for a grade', () => {
  const broken = nastyResults().filter(({ outcome }) => outcome === 'error');
  expect(gradescope([graded, ...broken], { locale: 'ko' })).toBeUndefined();
  expect(gradescope([], { locale: 'ko' })).toBeUndefined();
});
