import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { ctrf } from './ctrf.ts';
import { adjustedClass } from './testing/adjusted-class.ts';
import { classResults } from './testing/class-results.ts';
import { foreignSchema } from './testing/foreign-schema.ts';
import { nastyResults } from './testing/nasty-results.ts';

const read = (results = nastyResults()) => JSON.parse(ctrf(results, { locale: 'en' }));

test('looks as it was last looked at', async () => {
  await expect(ctrf(nastyResults(), { locale: 'ko' })).toMatchFileSnapshot(
    'testing/golden/nasty.ko.ctrf.golden',
  );
});

test('counts add up, and an error is neither passed nor failed', () => {
  const { summary, tests } = read().results;
  expect(summary).toMatchObject({
    tests: 11,
    passed: 3,
    failed: 4,
    skipped: 2,
    other: 2,
    pending: 0,
    suites: 5,
  });
  expect(tests.filter(({ status }: { status: string }) => status === 'other')).toHaveLength(2);
});

test('points are in extra, whole, and an error has none', () => {
  const { tests } = read().results;
  expect(tests[2].extra).toEqual({ check: 'container-running', outcome: 'graded', score: 0, maxScore: 30 });
  for (const { status, extra } of tests) expect('score' in extra).toBe(status !== 'other');
});

test('nothing that a terminal or a log would obey is left in what a student wrote', () => {
  for (const { message = '', trace = '', name } of read().results.tests)
    for (const text of [message, trace, name]) {
      expect(text).not.toMatch(/(?![\n\t])\p{Cc}/u);
      expect(text).not.toMatch(/^\s*::/m);
    }
});

test('no result gives a report with nothing in it, which passes nothing', () => {
  expect(read([]).results).toMatchObject({ summary: { tests: 0, passed: 0 }, tests: [] });
});

test.runIf(foreignSchema('ctrf.schema.json'))('is valid by the schema itself', () => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync(foreignSchema('ctrf.schema.json') ?? '', 'utf8')));
  for (const results of [nastyResults(), classResults(), adjustedClass(), []]) {
    validate(read(results));
    expect(validate.errors ?? []).toEqual([]);
  }
});
