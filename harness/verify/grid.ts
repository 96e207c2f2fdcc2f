import type { Grader } from '../authoring/index.ts';
import type { Expectation } from '../manifest/index.ts';
import type { CheckStatus } from '../result.ts';
import type { Case } from './cases.ts';
import { statusesOf } from './promises.ts';
import type { Tried } from './tried.ts';

/** How one case fared: a line of the matrix. */
export interface GridRow {
  name: string;
  kind: Case['kind'];
  /** Of each check, in the grader's order; empty when no check ran. */
  statuses: readonly CheckStatus[];
  score: number | null;
}

/** Which case fails which check. */
export interface Grid {
  checks: readonly { id: string; points: number }[];
  rows: readonly GridRow[];
}

/** How many mutants fail a check, of all: its kill rate. */
export interface Kills {
  id: string;
  points: number;
  killed: number;
  mutants: number;
}

/** A mark for each status, as matrices show it. */
export const gridMarks: Readonly<Record<CheckStatus, string>> = {
  passed: '·',
  failed: '✗',
  blocked: '–',
  error: '!',
};

/** The matrix as grading gave it. */
export function triedGrid({ checks }: Grader, tried: readonly Tried[]): Grid {
  const rows = tried.map(({ case: { name, kind }, result }) => ({
    name,
    kind,
    statuses: result.checks.map(({ status }) => status),
    score: result.score,
  }));
  return { checks, rows };
}

/** The matrix of the mutants as their expect.json promise it. */
export function promisedGrid(grader: Grader, mutants: readonly (Expectation & { name: string })[]): Grid {
  const rows = mutants.map(({ name, checks, score }) => ({
    name,
    kind: 'mutant' as const,
    statuses: statusesOf(grader, checks),
    score,
  }));
  return { checks: grader.checks, rows };
}

/** The kill rate of each check. */
export function killsOf({ checks, rows }: Grid): Kills[] {
  const mutants = rows.filter(({ kind }) => kind === 'mutant');
  return checks.map(({ id, points }, index) => ({
    id,
    points,
    killed: mutants.filter(({ statuses }) => statuses[index] === 'failed').length,
    mutants: mutants.length,
  }));
}
