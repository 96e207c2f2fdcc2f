import type { Result } from '../harness/result.ts';
import { type Case, casesOf, type Verdict } from './cases/index.ts';
import { plainLine } from './plain-text.ts';
import { type ReportOptions, usualScriptPath } from './report-options.ts';

/** CTRF has no word for a test that could not be judged: that is `other`, never failed. */
const statuses: Record<Verdict, 'passed' | 'failed' | 'skipped' | 'other'> = {
  passed: 'passed',
  failure: 'failed',
  skipped: 'skipped',
  error: 'other',
};

/** Version of the CTRF schema that this follows. */
const specVersion = '1.0.0';

/**
 * The results as one CTRF report (Common Test Report Format, https://ctrf.io): JSON with a newline at the end. Points,
 * which CTRF does not know, are in `extra`, where its schema allows them; an error has none.
 */
export function ctrf(results: readonly Result[], { locale, scriptPath = usualScriptPath }: ReportOptions) {
  const tests = results.flatMap((result) =>
    casesOf(result, locale, plainLine(scriptPath(result))).map((each) => testOf(result, each)),
  );
  const counted = (status: string) => tests.filter((test) => test.status === status).length;
  const starts = results.map(({ startedAt }) => Date.parse(startedAt));
  const stops = results.map(({ startedAt, phases }) => Date.parse(startedAt) + total(phases));
  const summary = {
    tests: tests.length,
    passed: counted('passed'),
    failed: counted('failed'),
    skipped: counted('skipped'),
    pending: 0,
    other: counted('other'),
    suites: results.length,
    start: results.length === 0 ? 0 : Math.min(...starts),
    stop: results.length === 0 ? 0 : Math.max(...stops),
  };
  const report = {
    reportFormat: 'CTRF',
    specVersion,
    generatedBy: 'drydock',
    results: { tool: { name: 'drydock' }, summary, tests },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function testOf(result: Result, each: Case) {
  const { assignment, student } = result;
  return {
    name: each.name,
    status: statuses[each.verdict],
    duration: Math.round(each.durationMs),
    suite: [plainLine(assignment), plainLine(student)],
    ...(each.message === '' ? {} : { message: each.message }),
    ...(each.verdict === 'passed' ? {} : { trace: each.body, rawStatus: each.type }),
    ...(each.line === null ? {} : { line: each.line }),
    filePath: each.file,
    extra: {
      check: each.id,
      outcome: result.outcome,
      ...(each.points === null ? {} : { score: each.points }),
      maxScore: each.max,
    },
  };
}

function total(phases: Result['phases']): number {
  return Math.round(Object.values(phases).reduce((sum, phase) => sum + phase, 0));
}
