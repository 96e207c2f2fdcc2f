import type { Result } from '../../harness/result.ts';
import { both, type Markup, markup } from './markup.ts';
import { wording } from './wording.ts';

/** Beside a score that is not what the checks add up to; why is among the student's details. */
export function adjustedMark(result: Result | undefined): Markup | undefined {
  if (!result?.adjustments?.length) return undefined;
  return markup` <span aria-hidden="true">±</span><span class="unseen"> ${both(wording.adjusted)}</span>`;
}
