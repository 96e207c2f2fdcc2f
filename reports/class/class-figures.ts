import { isAdvice, type Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';

/** Tenths of the points, and full marks apart: they are what a class is after, and no part of the nineties. */
export const bins = 11;

/** How one assignment went. */
export interface AssignmentFigures {
  id: string;
  title: Text;
  graded: number;
  missing: number;
  invalid: number;
  errors: number;
  /** Submissions with all points. */
  full: number;
  /** In percent of the points, over those with a score; null where there is none. */
  mean: number | null;
  median: number | null;
  /** How many scores lie in each tenth, and how many are full. */
  distribution: number[];
}

/** One check over the class: how often it failed, of how many in which it ran. */
export interface CheckFigures {
  assignment: string;
  title: Text;
  failed: number;
  of: number;
}

/** How each assignment of these results went, in the order in which they first appear. */
export function assignmentFigures(results: readonly Result[]): AssignmentFigures[] {
  return [...Map.groupBy(results, ({ assignment }) => assignment)].map(([id, own]) => {
    const count = (outcome: Result['outcome']) => own.filter((result) => result.outcome === outcome).length;
    const scores = percentsOf(own);
    return {
      id,
      title: own[0]?.assignmentTitle ?? { ko: id, en: id },
      ...{ graded: count('graded'), missing: count('missing'), invalid: count('invalid') },
      errors: count('error'),
      full: own.filter(({ score, max }) => score === max).length,
      ...{ mean: mean(scores), median: median(scores) },
      distribution: distributionOf(scores),
    };
  });
}

/**
 * The checks worth points that most of those who got to them did not pass. Who was stopped by an earlier check, or by
 * the machine, counts on neither side.
 */
export function hardestChecks(results: readonly Result[]): CheckFigures[] {
  const tally = new Map<string, CheckFigures>();
  for (const { assignment, checks } of results)
    for (const check of checks) {
      if (isAdvice(check) || (check.status !== 'passed' && check.status !== 'failed')) continue;
      const key = `${assignment}\n${check.id}`;
      const seen = tally.get(key) ?? { title: check.title, assignment, failed: 0, of: 0 };
      tally.set(key, { ...seen, failed: seen.failed + (check.status === 'failed' ? 1 : 0), of: seen.of + 1 });
    }
  return [...tally.values()]
    .filter(({ failed }) => failed > 0)
    .sort((one, other) => other.failed / other.of - one.failed / one.of || other.failed - one.failed);
}

/** Scores in percent of the points; a result without a score has none. */
export function percentsOf(results: readonly Result[]): number[] {
  return results.flatMap(({ score, max }) => (score === null || max === 0 ? [] : [(score * 100) / max]));
}

function distributionOf(percents: readonly number[]): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const percent of percents) {
    const bin = Math.max(0, Math.min(bins - 1, Math.floor((percent * (bins - 1)) / 100)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** Null of nothing. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other);
  return mean(sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1));
}
