import { isAdvice, type Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import { hardestChecks } from '../class/index.ts';
import { both, type Markup, markup } from './markup.ts';
import { wording } from './wording.ts';

const listed = 10;

/** The checks that most of those who got to them did not pass. */
export function hardest(results: readonly Result[]): Markup {
  return table(
    [wording.check, wording.failedBy],
    hardestChecks(results).map(({ title, assignment, failed, of }) => ({
      text: both(title),
      assignment,
      figure: markup`${Math.round((failed * 100) / of)} % <small>${failed} / ${of}</small>`,
    })),
  );
}

/** What students were told most often, in the words that the first of them read: values differ from one to the next. */
export function frequent(results: readonly Result[]): Markup {
  const tally = new Map<string, { message: Text; assignment: string; advice: boolean; count: number }>();
  for (const { assignment, checks } of results)
    for (const check of checks) {
      const { status, messageId, message, id } = check;
      if (status !== 'failed' || message === null) continue;
      const key = `${assignment}\n${id}\n${messageId}`;
      const seen = tally.get(key) ?? { message, assignment, advice: isAdvice(check), count: 0 };
      tally.set(key, { ...seen, count: seen.count + 1 });
    }
  const rows = [...tally.values()].sort((one, other) => other.count - one.count);
  return table(
    [wording.message, wording.count],
    rows.map(({ message, assignment, advice, count }) => ({
      text: advice ? markup`<em>${both(wording.advice)}</em> ${both(message)}` : both(message),
      assignment,
      figure: markup`${count}`,
    })),
  );
}

function table(
  [what, figure]: readonly [Text, Text],
  rows: readonly { text: Markup; assignment: string; figure: Markup }[],
): Markup {
  if (rows.length === 0) return markup`<p class="fine">–</p>`;
  const body = rows
    .slice(0, listed)
    .map(
      (row) =>
        markup`<tr><td>${row.text} <small class="of">${row.assignment}</small></td><td class="number">${row.figure}</td></tr>`,
    );
  return markup`<table><thead><tr><th scope="col">${both(what)}</th><th scope="col" class="number">${both(figure)}</th></tr></thead><tbody>${body}</tbody></table>`;
}
