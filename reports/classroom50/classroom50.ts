import type { Result } from '../../harness/result.ts';
import { type Case, casesOf } from '../cases/index.ts';
import { markdown } from '../markdown/index.ts';
import { plainLine } from '../plain-text.ts';
import { type ReportOptions, usualScriptPath } from '../report-options.ts';
import { wording } from './wording.ts';

/** What Classroom 50's runner says of the submission, from the environment it gives to an autograder. */
export interface Classroom50Submission {
  classroom: string;
  assignment: string;
  assignmentType: 'individual' | 'group';
  owner: string;
  /** The tag: `submit/…`. */
  submission: string;
  commit: string;
  release: string;
  review: string;
}

/** What an autograder leaves for the runner. */
export interface Classroom50Answer {
  status: 'success' | 'failure' | 'error';
  /** One line. */
  summary: string;
  /** `result.json`, `classroom50/result/v1`; undefined when there is no score, since any file would be a grade. */
  result: string | undefined;
  /** `release-body.md` */
  releaseBody: string;
}

/** Classroom 50 cuts what a release says of a test at 2,000 characters; the whole stays well below its 10 MiB. */
const releaseBytes = 100_000;

/**
 * The results as Classroom 50's autograder contract wants them. Scores are whole numbers there, as they are here:
 * nothing is rounded, because a check has no partial credit and points are integers.
 */
export function classroom50(
  results: readonly Result[],
  submission: Classroom50Submission,
  { locale, scriptPath = usualScriptPath }: ReportOptions,
): Classroom50Answer {
  const cases = results.flatMap((result) => casesOf(result, locale, plainLine(scriptPath(result))));
  const releaseBody = markdown(results, { locale, scriptPath, maxBytes: releaseBytes });
  const scores = results.flatMap(({ score }) => (score === null ? [] : [score]));
  if (results.length === 0 || scores.length < results.length) {
    const why = cases.find(({ verdict }) => verdict === 'error')?.message ?? '';
    return {
      status: 'error',
      summary: plainLine(wording.noScore(why)[locale], 200),
      result: undefined,
      releaseBody,
    };
  }
  const score = scores.reduce((sum, each) => sum + each, 0);
  const max = results.reduce((sum, each) => sum + each.max, 0);
  const json = {
    schema: 'classroom50/result/v1',
    classroom: submission.classroom,
    assignment: submission.assignment,
    assignment_type: submission.assignmentType,
    owner: submission.owner,
    submission: submission.submission,
    commit: submission.commit,
    release: submission.release,
    review: submission.review,
    datetime: wholeSeconds(results.map(({ startedAt }) => startedAt)),
    score,
    'max-score': max,
    tests: cases.map(testOf),
  };
  const status = cases.every(({ verdict }) => verdict === 'passed') ? 'success' : 'failure';
  const summary = wording.score(score, max)[locale];
  return { status, summary, result: `${JSON.stringify(json, null, 2)}\n`, releaseBody };
}

/** The runner takes no score below 0 and none above its maximum: what an adjustment does is beside it, and in the sum. */
function testOf({ name, verdict, points, max, message, id, adjustment }: Case) {
  const beside = adjustment && max === 0;
  return {
    'test-name': name,
    passed: verdict === 'passed',
    score: beside ? 0 : (points ?? 0),
    'max-score': max,
    check: id,
    ...(beside ? { adjustment: points } : {}),
    ...(message === '' ? {} : { message }),
  };
}

/** The latest of the times, without the milliseconds that the contract does not allow. */
function wholeSeconds(times: readonly string[]): string {
  const latest = Math.max(...times.map((time) => Date.parse(time)));
  return new Date(latest).toISOString().replace(/\.\d+Z$/, 'Z');
}
