import { isAdvice, type Result } from '../../harness/result.ts';
import type { Text } from '../../harness/text.ts';
import type { Gradebook } from '../gradebook/index.ts';
import { both, type Markup, markup } from './markup.ts';
import { wording } from './wording.ts';

const listed = 10;
const bins = 10;

/** The class at a glance: figures, score distributions, the hardest checks, the most frequent messages, errors apart. */
export function overview(book: Gradebook, results: readonly Result[]): Markup {
  const scores = results.flatMap(({ score, max }) =>
    score === null || max === 0 ? [] : [(score * 100) / max],
  );
  const outcome = (wanted: Result['outcome']) => results.filter((result) => result.outcome === wanted).length;
  const cards: [Text, string][] = [
    [wording.students, String(book.rows.length)],
    [wording.graded, String(outcome('graded'))],
    [wording.mean, percent(mean(scores))],
    [wording.median, percent(median(scores))],
    [wording.missing, String(outcome('missing') + book.missing.length)],
    [wording.errors, String(outcome('error'))],
  ];
  return markup`<section aria-labelledby="overview"><h2 id="overview">${both(wording.overview)}</h2>
<dl class="cards">${cards.map(([name, value]) => markup`<div><dt>${both(name)}</dt><dd>${value}</dd></div>`)}</dl>
<div class="columns"><div><h3>${both(wording.distribution)}</h3>${book.assignments.map((each) => distribution(each, results))}</div>
<div><h3>${both(wording.hardest)}</h3>${hardest(results)}</div>
<div><h3>${both(wording.messages)}</h3>${frequent(results)}</div></div>
${errors(results)}</section>`;
}

function distribution({ id, title }: Gradebook['assignments'][number], results: readonly Result[]): Markup {
  const counts = new Array<number>(bins).fill(0);
  for (const { assignment, score, max } of results) {
    if (assignment !== id || score === null || max === 0) continue;
    const bin = Math.min(bins - 1, Math.floor((score * bins) / max));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(1, ...counts);
  const bars = counts.map((count, bin) => {
    const height = Math.round((count * 60) / most);
    const label = `${bin * 10}–${bin === bins - 1 ? 100 : bin * 10 + 9}: ${count}`;
    return markup`<g><title>${label}</title><rect class="bar" x="${bin * 24 + 1}" y="${70 - height}" width="22" height="${height}"></rect><text class="n" x="${bin * 24 + 12}" y="${66 - height}">${count || ''}</text><text x="${bin * 24 + 12}" y="82">${bin * 10}</text></g>`;
  });
  const told = counts.map((count, bin) => `${bin * 10}%: ${count}`).join(', ');
  return markup`<figure><figcaption>${both(title)}</figcaption><svg viewBox="0 -8 242 94" role="img" aria-label="${told}">${bars}</svg></figure>`;
}

function hardest(results: readonly Result[]): Markup {
  const tally = new Map<string, { title: Text; assignment: string; failed: number; of: number }>();
  for (const { assignment, checks } of results)
    for (const check of checks) {
      if (isAdvice(check) || check.status === 'error') continue;
      const key = `${assignment}\n${check.id}`;
      const seen = tally.get(key) ?? { title: check.title, assignment, failed: 0, of: 0 };
      tally.set(key, { ...seen, failed: seen.failed + (check.status === 'failed' ? 1 : 0), of: seen.of + 1 });
    }
  const rows = [...tally.values()]
    .filter(({ failed }) => failed > 0)
    .sort((one, other) => other.failed - one.failed);
  return markup`<table><thead><tr><th>${both(wording.check)}</th><th>${both(wording.failedBy)}</th></tr></thead><tbody>${rows
    .slice(0, listed)
    .map(
      ({ title, assignment, failed, of }) =>
        markup`<tr><td>${both(title)} <small>${assignment}</small></td><td class="number">${failed} / ${of}</td></tr>`,
    )}</tbody></table>`;
}

function frequent(results: readonly Result[]): Markup {
  const tally = new Map<string, { message: Text; count: number }>();
  for (const { assignment, checks } of results)
    for (const { status, messageId, message, id } of checks) {
      if (status !== 'failed' || message === null) continue;
      const key = `${assignment}\n${id}\n${messageId}`;
      const seen = tally.get(key) ?? { message, count: 0 };
      tally.set(key, { ...seen, count: seen.count + 1 });
    }
  const rows = [...tally.values()].sort((one, other) => other.count - one.count).slice(0, listed);
  return markup`<table><thead><tr><th>${both(wording.message)}</th><th>${both(wording.count)}</th></tr></thead><tbody>${rows.map(
    ({ message, count }) => markup`<tr><td>${both(message)}</td><td class="number">${count}</td></tr>`,
  )}</tbody></table>`;
}

function errors(results: readonly Result[]): Markup {
  const broken = results.filter(({ outcome }) => outcome === 'error');
  if (broken.length === 0) return markup`<p class="fine">${both(wording.noErrors)}</p>`;
  const rows = broken.map(
    ({ student, assignment, reason }) =>
      markup`<li><strong>${student}</strong> <small>${assignment}</small> ${reason ? both(reason.message) : undefined}</li>`,
  );
  return markup`<div class="errors"><h3>${both(wording.errors)}</h3><p>${both(wording.errorsHint)}</p><ul>${rows}</ul></div>`;
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  return mean(sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1));
}

function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${Math.round(value)} %`;
}
