/** Counting what passed and what failed, so that nothing that did not run counts as passed. Pure. */

/** How many things were proven, and how many were not. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** A step that passes or fails as a whole, by its exit code. */
export function tallyOfStep(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** The counts of vitest's JSON reporter that matter here (vitest 5, the same names as Jest's). */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
}

/**
 * The tally of one vitest run. A run that wrote no report, ran no test, or ended badly although no test failed (an
 * error outside of any test, a file that cannot be loaded) has one failure more than its report says.
 */
export function tallyOfReport(json: string, exitCode: number): Tally {
  const report = reportOf(json);
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0 } = report;
  const endedBadly = numFailedTests === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: numFailedTests + (endedBadly ? 1 : 0), skipped: numPendingTests + numTodoTests };
}

/**
 * The names of the tests that failed, `file: test`, and of files that failed as a whole; empty for a report that cannot
 * be read. They are told once more at the end, where a reader of a cut log still finds them.
 */
export function failedNames(json: string): string[] {
  return (reportOf(json)?.testResults ?? []).flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length > 0) return failed.map((test) => `${name}: ${test.fullName.trim()}`);
    return status === 'failed' ? [name] : [];
  });
}

function reportOf(json: string): Partial<Report> | undefined {
  try {
    return JSON.parse(json) as Partial<Report>;
  } catch {
    return undefined;
  }
}

/** The sum of tallies. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The closing line that CI systems read: `12 passed, 0 failed`. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
