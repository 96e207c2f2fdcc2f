import type { Result } from '../harness/result.ts';
import { type Case, casesOf, type Verdict } from './cases/index.ts';
import { plainLine } from './plain-text.ts';
import { type ReportOptions, usualScriptPath } from './report-options.ts';

type Status = 'pass' | 'fail' | 'error';

const statuses: Record<Verdict, Status> = {
  passed: 'pass',
  failure: 'fail',
  skipped: 'fail',
  error: 'error',
};

/** Letters that fit into one variable of the environment, with its name and room to spare. */
const mostLetters = 120_000;
const messageCharacters = [500, 200, 80, 0];

/**
 * What a grader step hands to the classroom autograding reporter as its output `result`: JSON in base64 (the contract
 * of classroom-resources/autograding-grading-reporter). All checks of all results are one runner with numeric scores.
 *
 * It reaches the reporter in one variable of its environment, which Linux takes up to 128 KiB of: where many checks have
 * much to say, each says less, and in the end nothing but its name and points.
 *
 * Where one result is an error there is no total to publish: the status is `error` and `max_score` is left out, which
 * takes the runner out of the reporter's sum. A zero would be taken for a grade.
 */
export function classroom(
  results: readonly Result[],
  { locale, scriptPath = usualScriptPath }: ReportOptions,
): string {
  const several = new Set(results.map(({ student, assignment }) => `${student}\n${assignment}`)).size > 1;
  const tests = results.flatMap((result) =>
    casesOf(result, locale, plainLine(scriptPath(result))).map((each) =>
      testOf(each, several ? `${plainLine(result.assignment)}: ` : ''),
    ),
  );
  const status = statusOf(tests);
  const max = results.reduce((sum, result) => sum + result.max, 0);
  const result = { version: 1, status, ...(status === 'error' ? {} : { max_score: max }) };
  const said = (most: number) => tests.map((each) => ({ ...each, message: shortened(each.message, most) }));
  let written = '';
  for (const most of messageCharacters) {
    written = Buffer.from(JSON.stringify({ ...result, tests: said(most) }), 'utf8').toString('base64');
    if (written.length <= mostLetters) break;
  }
  return written;
}

function shortened(message: string | null, most: number): string | null {
  return message === null || most === 0 ? null : plainLine(message, most);
}

/** Nothing at all is an error: a reporter that reads an empty list as a pass must not be given one. */
function statusOf(tests: readonly { status: Status }[]): Status {
  if (tests.length === 0 || tests.some(({ status }) => status === 'error')) return 'error';
  return tests.every(({ status }) => status === 'pass') ? 'pass' : 'fail';
}

function testOf(each: Case, prefix: string) {
  return {
    name: `${prefix}${each.name}`,
    status: statuses[each.verdict],
    // A missing score makes the reporter print `NaN` as the total.
    score: each.points ?? 0,
    message: each.message === '' ? null : each.message,
    test_code: '',
    filename: each.file,
    // The reporter prints `- line N` for everything but 0.
    line_no: each.line ?? 0,
    execution_time: `${(each.durationMs / 1000).toFixed(3)}s`,
  };
}
