import type { Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import { causesOf } from './causes.ts';
import type { Change, Movement, Side } from './change.ts';
import { checkMoves } from './check-moves.ts';

/** What a check did to the class: how many have it now who did not have it before, and the other way round. */
export interface CheckTally {
  assignment: string;
  id: string;
  title: Text;
  gained: number;
  lost: number;
  /** Neither gained nor lost, but said with another message, or for another number of points. */
  reworded: number;
}

/** Two gradings of a class, compared. */
export interface Diff {
  /** By student, then by assignment. */
  changes: readonly Change[];
  /** Pairs whose two results say the same. */
  unchanged: number;
  /** Of the unchanged, those without a score on either side: they are not known to be the same. */
  unscored: number;
  movements: Readonly<Record<Movement, number>>;
  /** Those that moved most students first. */
  checks: readonly CheckTally[];
}

/** Whose score moved between two gradings, by which checks, and why. Of two results for one pair the last counts. */
export function diffOf(before: readonly Result[], after: readonly Result[]): Diff {
  const [was, is] = [byPair(before), byPair(after)];
  const pairs = [...new Set([...was.keys(), ...is.keys()])];
  const changes = pairs
    .flatMap((pair) => changeOf(was.get(pair), is.get(pair)) ?? [])
    .sort(
      (one, other) =>
        one.student.localeCompare(other.student, 'ko') || one.assignment.localeCompare(other.assignment),
    );
  const movements = { raised: 0, lowered: 0, level: 0, lost: 0, regained: 0, added: 0, removed: 0 };
  for (const { movement } of changes) movements[movement] += 1;
  const changed = new Set(changes.map(pairOf));
  const same = pairs.filter((pair) => !changed.has(pair));
  const unscored = same.filter((pair) => is.get(pair)?.score === null).length;
  return { changes, unchanged: same.length, unscored, movements, checks: tallies(changes) };
}

function pairOf({ student, assignment }: { student: string; assignment: string }): string {
  return JSON.stringify([student, assignment]);
}

function byPair(results: readonly Result[]): Map<string, Result> {
  return new Map(results.map((result) => [pairOf(result), result]));
}

function changeOf(before: Result | undefined, after: Result | undefined): Change | undefined {
  const known = after ?? before;
  const causes = causesOf(before, after);
  if (known === undefined || causes.length === 0) return undefined;
  const { student, assignment, assignmentTitle } = known;
  return {
    ...{ student, assignment, assignmentTitle, causes },
    movement: movementOf(before, after),
    before: sideOf(before),
    after: sideOf(after),
    delta: deltaOf(before, after),
    checks: before && after ? checkMoves(before, after) : [],
  };
}

function deltaOf(before: Result | undefined, after: Result | undefined): number | null {
  if (before === undefined || after === undefined || before.score === null || after.score === null)
    return null;
  return after.score - before.score;
}

function movementOf(before: Result | undefined, after: Result | undefined): Movement {
  if (before === undefined) return 'added';
  if (after === undefined) return 'removed';
  const delta = deltaOf(before, after);
  if (delta !== null) return delta > 0 ? 'raised' : delta < 0 ? 'lowered' : 'level';
  if (before.score === after.score) return 'level';
  return after.score === null ? 'lost' : 'regained';
}

function sideOf(result: Result | undefined): Side | null {
  if (result === undefined) return null;
  const { outcome, score, max, reason, adjustments = [] } = result;
  return { outcome, score, max, reason, adjustments };
}

function tallies(changes: readonly Change[]): CheckTally[] {
  const all = new Map<string, CheckTally>();
  for (const { assignment, checks } of changes)
    for (const { id, title, before, after } of checks) {
      const key = JSON.stringify([assignment, id]);
      const tally = all.get(key) ?? { assignment, id, title, gained: 0, lost: 0, reworded: 0 };
      const [had, has] = [before?.status === 'passed', after?.status === 'passed'];
      all.set(key, {
        ...tally,
        gained: tally.gained + Number(has && !had),
        lost: tally.lost + Number(had && !has),
        reworded: tally.reworded + Number(had === has),
      });
    }
  const moved = ({ gained, lost }: CheckTally) => gained + lost;
  return [...all.values()].sort((one, other) => moved(other) - moved(one) || other.reworded - one.reworded);
}
