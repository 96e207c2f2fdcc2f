import type { Result } from '../../harness/result.ts';
import { classroom } from '../classroom.ts';
import type { ReportOptions } from '../report-options.ts';

/**
 * Outputs of a step, as lines for $GITHUB_OUTPUT: the classroom autograding result, and the points. Without a score the
 * points are empty, never 0. Nothing a student wrote stands in them but inside base64.
 */
export function stepOutputs(results: readonly Result[], options: ReportOptions): string {
  const scores = results.flatMap(({ score }) => (score === null ? [] : [score]));
  const whole = results.length > 0 && scores.length === results.length;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return [
    `result=${classroom(results, options)}`,
    `score=${whole ? sum(scores) : ''}`,
    `max=${sum(results.map(({ max }) => max))}`,
    '',
  ].join('\n');
}
