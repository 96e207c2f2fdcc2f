import type { Locale } from '../../harness/text.ts';
import { inlineMarkdown } from '../markdown/index.ts';
import type { Change } from './change.ts';
import { countsOf } from './counts.ts';
import type { Diff } from './diff.ts';
import { type Section, sectionsOf } from './sections.ts';
import { arrows, causeText, deltaOf, moveText, scoreOf } from './told.ts';
import { wording } from './wording.ts';

/** GitHub refuses a comment of more than 65,536 characters. */
const mostCharacters = 60_000;
const shownMoves = 12;
const shownTallies = 20;

/** The comparison as GitHub's Markdown, for a pull request or a step summary. */
export function diffMarkdown(diff: Diff, { locale }: { locale: Locale }): string {
  const counts = countsOf(diff).map(({ name, count }) => `${name[locale]} ${count}`);
  const head = [
    `### ${wording.title[locale]}`,
    '',
    `${counts.join(' · ')}`,
    '',
    ...(diff.unscored > 0 ? [`> ⚠️ ${inlineMarkdown(wording.unscored(diff.unscored)[locale])}`, ''] : []),
    ...(diff.changes.length === 0 ? [wording.nothing[locale], ''] : tallyTable(diff, locale)),
  ];
  const lines = [...head];
  let left = mostCharacters - head.join('\n').length;
  for (const section of sectionsOf(diff.changes)) {
    const rows = section.changes.map((change) => row(change, locale));
    const heading = sectionHead(section, locale);
    left -= heading.join('\n').length + 100;
    let shown = 0;
    for (const each of rows) {
      if (left < each.length) break;
      left -= each.length + 1;
      shown += 1;
    }
    const rest = rows.length - shown;
    lines.push(...heading, ...rows.slice(0, shown));
    lines.push('', ...(rest > 0 ? [wording.more(rest)[locale], ''] : []));
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function tallyTable({ checks }: Diff, locale: Locale): string[] {
  if (checks.length === 0) return [];
  const { check, gained, lost, reworded } = wording;
  const rows = checks.slice(0, shownTallies).map((tally) => {
    const name = `${inlineMarkdown(tally.title[locale], 200)} <code>${inlineMarkdown(tally.assignment, 80)}</code>`;
    return `| ${name} | ${tally.gained} | ${tally.lost} | ${tally.reworded} |`;
  });
  const rest = checks.length - rows.length;
  return [
    `| ${check[locale]} | ${gained[locale]} | ${lost[locale]} | ${reworded[locale]} |`,
    '|---|--:|--:|--:|',
    ...rows,
    '',
    ...(rest > 0 ? [wording.more(rest)[locale], ''] : []),
  ];
}

function sectionHead({ name, title, hint, changes }: Section, locale: Locale): string[] {
  const mark = name === 'unexplained' || name === 'machine' ? '⚠️ ' : '';
  const { student, assignment, before, after, why } = wording;
  const columns = ['', student, assignment, before, after, '±', wording.checks, why];
  return [
    `#### ${mark}${title[locale]} (${changes.length})`,
    '',
    inlineMarkdown(hint[locale]),
    '',
    `| ${columns.map((column) => (typeof column === 'string' ? column : column[locale])).join(' | ')} |`,
    '|---|---|---|--:|--:|--:|---|---|',
  ];
}

function row(change: Change, locale: Locale): string {
  const moves = change.checks
    .slice(0, shownMoves)
    .map((move) => `${inlineMarkdown(move.title[locale], 200)}: ${inlineMarkdown(moveText(move, locale))}`);
  const rest = change.checks.length - moves.length;
  const cells = [
    arrows[change.movement],
    inlineMarkdown(change.student, 100),
    `<code>${inlineMarkdown(change.assignment, 100)}</code>`,
    inlineMarkdown(scoreOf(change.before, locale)),
    inlineMarkdown(scoreOf(change.after, locale)),
    deltaOf(change),
    [...moves, ...(rest > 0 ? [wording.more(rest)[locale]] : []), ...reasons(change, locale)].join('<br>'),
    change.causes.map((cause) => inlineMarkdown(causeText(cause, locale))).join('<br>'),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** What the machine said where a side has no score, or why nothing could run. */
function reasons({ before, after }: Change, locale: Locale): string[] {
  return [before, after].flatMap((side) =>
    side?.reason ? [inlineMarkdown(side.reason.message[locale], 300)] : [],
  );
}
