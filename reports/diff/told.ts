import type { Locale } from '../../harness/text.ts';
import { plainLine } from '../plain-text.ts';
import type { Cause, Change, CheckMove, CheckSide, Movement, Side } from './change.ts';
import { wording } from './wording.ts';

/** The most of any name or hash that is shown. */
const nameCharacters = 120;

/** The score of one side, or why it has none: a result without a score is never shown as a number. */
export function scoreOf(side: Side | null, locale: Locale): string {
  if (side === null) return wording.noResult[locale];
  if (side.score === null) return wording.outcomes.error[locale];
  const score = `${side.score} / ${side.max}`;
  return side.outcome === 'graded' || side.outcome === 'error'
    ? score
    : `${score} (${wording.outcomes[side.outcome][locale]})`;
}

/** `+5`, `−30`, `0`; empty where a side has no score. */
export function deltaOf({ delta }: Change): string {
  if (delta === null) return '';
  return delta > 0 ? `+${delta}` : delta < 0 ? `−${-delta}` : '0';
}

/** An arrow that tells the direction where there are no colours; what is no change of a score has none. */
export const arrows: Record<Movement, string> = {
  ...{ raised: '▲', lowered: '▼', level: '=', lost: '!', regained: '+', added: '+', removed: '-' },
};

/** `grader 1.0.0 → 1.1.0`. */
export function causeText({ kind, before, after }: Cause, locale: Locale): string {
  const name = wording.causes[kind][locale];
  // That a side has no result is said by its score.
  if (kind === 'absent' || (before === null && after === null)) return name;
  return `${name} ${plainLine(before ?? '–', nameCharacters)} → ${plainLine(after ?? '–', nameCharacters)}`;
}

/** `passed → failed (notRunning)`, with the points where those are what differs. */
export function moveText({ before, after }: CheckMove, locale: Locale): string {
  const points = before !== null && after !== null && before.max !== after.max;
  return `${checkSide(before, points, locale)} → ${checkSide(after, points, locale)}`;
}

function checkSide(side: CheckSide | null, withPoints: boolean, locale: Locale): string {
  if (side === null) return wording.noCheck[locale];
  const id = side.status === 'failed' && side.messageId !== null ? plainLine(side.messageId, 60) : '';
  const notes = [id, withPoints ? `${side.points ?? '–'} / ${side.max}` : ''].filter(Boolean);
  return `${wording.statuses[side.status][locale]}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}
