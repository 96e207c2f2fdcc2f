import type { Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import { assignmentFigures, mean, median, percentsOf } from '../class/index.ts';
import type { Gradebook } from '../gradebook/index.ts';
import { distribution } from './distribution.ts';
import { both, type Markup, markup } from './markup.ts';
import { frequent, hardest } from './tallies.ts';
import { wording } from './wording.ts';

/** The class at a glance: figures, score distributions, the hardest checks, the most frequent messages, errors apart. */
export function overview(book: Gradebook, results: readonly Result[]): Markup {
  const scores = percentsOf(results);
  const outcome = (wanted: Result['outcome']) => results.filter((result) => result.outcome === wanted).length;
  const absent = book.rows.reduce(
    (sum, row) => sum + book.assignments.filter(({ id }) => row.results[id] === undefined).length,
    0,
  );
  const cards: [Text, string][] = [
    [wording.students, String(book.rows.length)],
    [wording.graded, String(outcome('graded'))],
    [wording.mean, percent(mean(scores))],
    [wording.median, percent(median(scores))],
    [wording.missing, String(outcome('missing') + absent)],
    [wording.invalid, String(outcome('invalid'))],
    [wording.errors, String(outcome('error'))],
  ];
  return markup`<section aria-labelledby="overview"><h2 id="overview">${both(wording.overview)}</h2>
<dl class="cards">${cards.map(([name, value]) => markup`<div><dt>${both(name)}</dt><dd>${value}</dd></div>`)}</dl>
${errors(book, results)}
<h3>${both(wording.distribution)} <small>${both(wording.percentOfMax)}</small></h3><div class="columns figures">${assignmentFigures(results).map(distribution)}</div>
<div class="columns"><div><h3>${both(wording.hardest)}</h3>${hardest(results)}</div>
<div><h3>${both(wording.messages)}</h3>${frequent(results)}</div></div></section>`;
}

function errors({ rows }: Gradebook, results: readonly Result[]): Markup {
  const broken = results.filter(({ outcome }) => outcome === 'error');
  if (broken.length === 0) return markup`<p class="fine">${both(wording.noErrors)}</p>`;
  const list = broken.map((result) => {
    const row = rows.findIndex(({ results: own }) => Object.values(own).includes(result));
    return markup`<li><a href="#s${row}"><strong>${result.student}</strong></a> <small>${result.assignment}</small> ${result.reason ? both(result.reason.message) : undefined}</li>`;
  });
  return markup`<div class="errors"><h3>${both(wording.errors)}</h3><p>${both(wording.errorsHint)}</p><ul>${list}</ul></div>`;
}

function percent(value: number | null): string {
  return value === null ? '–' : `${Math.round(value)} %`;
}
