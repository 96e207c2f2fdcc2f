import type { Assignment } from '../manifest/index.ts';
import { type Fault, gridMarks, killsOf, triedGrid, type Verified } from '../verify/index.ts';
import type { LoadedGrader } from './load-grader.ts';

/** What came of proving one assignment's grader. */
export interface Verdict {
  readonly assignment: Assignment;
  readonly loaded: LoadedGrader;
  readonly verified: Verified;
  /** What the author rules still ask for; no fault of what is there. */
  readonly unwritten: readonly Fault[];
  readonly wallMs: number;
}

/** A verdict as `drydock verify --json` prints it; with whole results where single cases were asked for. */
export function verdictData({ assignment, loaded, verified, unwritten, wallMs }: Verdict, whole: boolean) {
  const { tried, faults, untried } = verified;
  const grid = triedGrid(loaded.grader, tried);
  return {
    assignment: assignment.id,
    graderVersion: loaded.version,
    sound: faults.length === 0 && untried.length === 0,
    checks: killsOf(grid),
    cases: tried.map(({ case: { name, kind, expectation }, result }) => ({
      name,
      kind,
      outcome: result.outcome,
      score: result.score,
      expected: expectation ?? null,
      checks: result.checks.map(({ id, status, messageId, line }) => ({ id, status, messageId, line })),
      phases: result.phases,
      ...(whole ? { result } : {}),
    })),
    faults,
    untried: untried.map(({ case: { name }, result }) => ({ name, reason: result.reason })),
    unwritten,
    wallMs,
  };
}

/** What each mark of a matrix means. */
export const markTexts = [
  [gridMarks.passed, { ko: '통과', en: 'passed' }],
  [gridMarks.failed, { ko: '실패', en: 'failed' }],
  [gridMarks.blocked, { ko: '막힘', en: 'blocked' }],
  [gridMarks.error, { ko: '오류', en: 'error' }],
] as const;
