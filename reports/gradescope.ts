import type { Result } from '../harness/result.ts';
import { type Case, casesOf } from './cases/index.ts';
import { plainLine } from './plain-text.ts';
import { type ReportOptions, usualScriptPath } from './report-options.ts';

/**
 * Gradescope's `results.json` of one submission, with a newline at the end. Undefined when there is no score: without
 * the file Gradescope tells the instructor that the autograder failed, while any file would be a grade.
 */
export function gradescope(
  results: readonly Result[],
  { locale, scriptPath = usualScriptPath }: ReportOptions,
): string | undefined {
  if (results.length === 0 || results.some(({ score }) => score === null)) return undefined;
  const tests = results.flatMap((result) =>
    casesOf(result, locale, plainLine(scriptPath(result))).map((each, index) => testOf(result, each, index)),
  );
  const ms = results.flatMap(({ phases }) => Object.values(phases)).reduce((sum, phase) => sum + phase, 0);
  const report = {
    score: results.reduce((sum, { score }) => sum + (score ?? 0), 0),
    execution_time: Math.round(ms / 1000),
    output_format: 'text',
    test_output_format: 'text',
    test_name_format: 'text',
    visibility: 'visible',
    stdout_visibility: 'hidden',
    extra_data: { assignments: results.map(({ assignment }) => assignment) },
    tests,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function testOf(result: Result, each: Case, index: number) {
  return {
    number: `${plainLine(result.assignment)}.${index + 1}`,
    name: each.name,
    score: each.points ?? 0,
    max_score: each.max,
    status: each.verdict === 'passed' ? 'passed' : 'failed',
    output: each.body,
    tags: [each.id],
    visibility: 'visible',
  };
}
