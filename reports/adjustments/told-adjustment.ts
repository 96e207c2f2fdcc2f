import { type Adjustment, asGraded, type Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import { wording } from './wording.ts';

/** One adjustment of a score in words, not yet cleaned: a person wrote some of them. */
export interface ToldAdjustment {
  kind: Adjustment['kind'];
  title: Text;
  /** `80 → 64`; a dash where there was no score. */
  change: string;
  /** Why, by whom, and what it was before. */
  reason: Text;
  /** What it did to the score that the checks add up to: 0 for the choice of an attempt, whose checks are shown. */
  points: number;
}

/** The adjustments of a result, in their order. */
export function toldAdjustments({ adjustments = [] }: Result): ToldAdjustment[] {
  return adjustments.map(({ kind, from, to, reason, by, was }) => {
    const said = (locale: keyof Text) =>
      [reason[locale], by === undefined ? '' : `(${by})`, was ? `– ${wording.was[was.outcome][locale]}` : '']
        .filter(Boolean)
        .join(' ');
    return {
      kind,
      title: wording.kind[kind],
      change: `${from ?? '–'} → ${to}`,
      reason: { ko: said('ko'), en: said('en') },
      points: kind === 'attempt' ? 0 : to - (from ?? 0),
    };
  });
}

/** Whether a score is a person's word alone: the submission was not graded, so no check speaks for it. */
export function isRescued({ adjustments = [] }: Result): boolean {
  return adjustments.some(({ was }) => was !== undefined);
}

/** The score that the checks add up to; null when there was none. */
export function rawScore(result: Result): number | null {
  return asGraded(result).score;
}
