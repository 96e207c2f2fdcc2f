import { expect, test } from 'vitest';
import { addTallies, failedNames, tallyLine, tallyOfReport, tallyOfStep } from './test-tally.ts';

const report = (counts: object) => JSON.stringify({ numPassedTests: 0, numFailedTests: 0, ...counts });

test('the tests of a good run are counted', () => {
  const tally = tallyOfReport(report({ numPassedTests: 5, numPendingTests: 1, numTodoTests: 1 }), 0);
  expect(tally).toEqual({ passed: 5, failed: 0, skipped: 2 });
});

test('failed tests are counted once, whatever the exit code', () => {
  expect(tallyOfReport(report({ numPassedTests: 5, numFailedTests: 2 }), 1).failed).toBe(2);
});

test.each([
  ['no report', '', 0],
  ['half a report', '{"numPassedTests":', 0],
  ['no test', report({}), 0],
  ['only skipped tests', report({ numPendingTests: 4 }), 0],
  ['an error outside of any test', report({ numPassedTests: 5 }), 1],
])('%s is a failure', (_what, json, exitCode) => {
  expect(tallyOfReport(json, exitCode).failed).toBe(1);
});

test('the closing line has the sums', () => {
  const total = addTallies([tallyOfStep(0), tallyOfStep(2), { passed: 3, failed: 1, skipped: 0 }]);
  expect(tallyLine(total)).toBe('4 passed, 2 failed');
  expect(tallyLine({ ...total, skipped: 2 })).toBe('4 passed, 2 failed, 2 skipped');
});

test('failed tests, and files that could not be run, are named', () => {
  const file = (name: string, status: string, ...tests: [string, string][]) => ({
    name,
    status,
    assertionResults: tests.map(([fullName, of]) => ({ fullName, status: of })),
  });
  const testResults = [
    file('a.test.ts', 'passed', [' holds', 'passed']),
    file('b.test.ts', 'failed', ['group holds', 'passed'], ['group breaks', 'failed']),
    file('c.test.ts', 'failed'),
  ];
  expect(failedNames(report({ testResults }))).toEqual(['b.test.ts: group breaks', 'c.test.ts']);
  expect(failedNames('')).toEqual([]);
  expect(failedNames('{}')).toEqual([]);
});
