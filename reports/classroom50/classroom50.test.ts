import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { adjustedClass } from '../testing/adjusted-class.ts';
import { classResults } from '../testing/class-results.ts';
import { foreignSchema } from '../testing/foreign-schema.ts';
import { nastyResults, plainResult } from '../testing/nasty-results.ts';
import { type Classroom50Submission, classroom50 } from './classroom50.ts';

const submission: Classroom50Submission = {
  classroom: 'cs-docker',
  assignment: 'build-noderun',
  assignmentType: 'individual',
  owner: 'octocat',
  submission: 'submit/2026-03-02T09-00-00Z',
  commit: 'https://example.com/commit/1',
  release: 'https://example.com/release/1',
  review: 'https://example.com/pull/1',
};
const [graded = plainResult()] = classResults();
const answer = (results: Parameters<typeof classroom50>[0]) =>
  classroom50(results, submission, { locale: 'en' });
const read = (results: Parameters<typeof classroom50>[0]) => JSON.parse(answer(results).result ?? 'null');

test('all points are success, fewer are failure, and both are graded', () => {
  expect(answer([plainResult()])).toMatchObject({ status: 'success', summary: '100 of 100 points' });
  expect(answer([graded])).toMatchObject({ status: 'failure', summary: '30 of 100 points' });
  expect(read([graded])).toMatchObject({ score: 30, 'max-score': 100, datetime: '2026-03-02T09:00:00Z' });
});

test('scores are whole and never above the maximum; the tests’ add up to the submission’s', () => {
  for (const results of [
    [graded],
    ...nastyResults()
      .slice(0, 3)
      .map((result) => [result]),
  ]) {
    const { tests, score, 'max-score': max } = read(results);
    const sum = (key: string) =>
      tests.reduce((all: number, each: Record<string, number>) => all + (each[key] ?? 0), 0);
    expect([sum('score'), sum('max-score')]).toEqual([score, max]);
    for (const each of tests) {
      expect(Number.isSafeInteger(each.score) && each.score >= 0 && each.score <= each['max-score']).toBe(
        true,
      );
      expect(each['test-name']).toMatch(/\S/);
    }
  }
});

test('an error leaves no result to take for a grade, and a line for the operator', () => {
  const broken = nastyResults().filter(({ outcome }) => outcome === 'error');
  expect(answer([graded, ...broken])).toMatchObject({ status: 'error', result: undefined });
  expect(answer(broken).summary).toMatch(/^No score, and not the submission’s fault: /);
  expect(answer(broken).summary).not.toContain('\n');
  expect(answer([]).status).toBe('error');
});

test('the release body has the table', () => {
  expect(answer([graded]).releaseBody).toContain(
    '| ❌ | It says that it listens on port <code>6060</code> | 0 / 5 |',
  );
});

test.runIf(foreignSchema('classroom50-result-v1.schema.json'))('is valid by the schema itself', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const schema = readFileSync(foreignSchema('classroom50-result-v1.schema.json') ?? '', 'utf8');
  const validate = ajv.compile(JSON.parse(schema));
  for (const results of [[graded], nastyResults().slice(0, 3), adjustedClass()]) {
    validate(read(results));
    expect(validate.errors ?? []).toEqual([]);
  }
});
