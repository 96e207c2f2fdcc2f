import { isDeepStrictEqual } from 'node:util';
import { asGraded, type Result } from '../../harness/result.ts';
import type { Cause } from './change.ts';
import { checkMoves } from './check-moves.ts';

const shownHash = 'sha256:'.length + 12;
const shownImages = 3;

/** All that may have moved the one result to the other, the strongest first; empty when the two say the same. */
export function causesOf(before: Result | undefined, after: Result | undefined): Cause[] {
  if (before === undefined || after === undefined) {
    if (before === after) return [];
    return [{ kind: 'absent', before: before?.outcome ?? null, after: after?.outcome ?? null }];
  }
  const adjusted = adjustmentsDiffer(before, after);
  const graded = verdictDiffers(asGraded(before), asGraded(after));
  if (!graded && !adjusted && before.score === after.score) return [];
  const grounds = graded ? groundsOf(before, after) : [];
  const causes = adjusted ? [...grounds, cause('adjustments', sumOf(before), sumOf(after))] : grounds;
  const explained = graded ? grounds.length > 0 : causes.length > 0;
  return explained ? causes : [cause('unexplained', null, null), ...causes];
}

/** What a verdict depends on, and differs. */
function groundsOf(before: Result, after: Result): Cause[] {
  const causes: Cause[] = [];
  const broke = [before, after].map(({ outcome }) => outcome === 'error');
  if (broke.includes(true)) causes.push(cause('machine', codeOf(before), codeOf(after)));
  if (before.submissionHash !== after.submissionHash)
    causes.push(cause('submission', short(before.submissionHash), short(after.submissionHash)));
  if (before.graderVersion !== after.graderVersion)
    causes.push(cause('grader', short(before.graderVersion), short(after.graderVersion)));
  // What broke may have got no further than before images and engine were known.
  if (broke.includes(true)) return causes;
  const images = imagesThatDiffer(before, after);
  if (images.length > 0)
    causes.push(cause('images', listed(before.images, images), listed(after.images, images)));
  if (before.engineVersion !== null && after.engineVersion !== null)
    if (before.engineVersion !== after.engineVersion)
      causes.push(cause('engine', before.engineVersion, after.engineVersion));
  return causes;
}

function verdictDiffers(before: Result, after: Result): boolean {
  return (
    before.outcome !== after.outcome ||
    before.score !== after.score ||
    before.max !== after.max ||
    before.reason?.code !== after.reason?.code ||
    checkMoves(before, after).length > 0
  );
}

function adjustmentsDiffer(before: Result, after: Result): boolean {
  return !isDeepStrictEqual(before.adjustments ?? [], after.adjustments ?? []);
}

/** References whose image is another one; a submission that did not run saw none, and tells nothing. */
function imagesThatDiffer({ images: before }: Result, { images: after }: Result): string[] {
  if (Object.keys(before).length === 0 || Object.keys(after).length === 0) return [];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((reference) => before[reference] !== after[reference])
    .sort();
}

function listed(images: Result['images'], references: readonly string[]): string {
  const shown = references.slice(0, shownImages).map((reference) => {
    const id = images[reference];
    return id === undefined ? `${reference}: –` : `${reference}@${id.slice(0, shownHash)}`;
  });
  return references.length > shownImages ? [...shown, '…'].join(', ') : shown.join(', ');
}

function sumOf({ adjustments = [] }: Result): string | null {
  if (adjustments.length === 0) return null;
  return adjustments.map(({ kind, from, to }) => `${kind} ${from ?? '–'}→${to}`).join(', ');
}

function codeOf({ outcome, reason }: Result): string {
  return outcome === 'error' ? (reason?.code ?? outcome) : outcome;
}

function short(value: string | null): string | null {
  return value?.startsWith('sha256:') ? value.slice(0, shownHash) : value;
}

function cause(kind: Cause['kind'], before: string | null, after: string | null): Cause {
  return { kind, before, after };
}
