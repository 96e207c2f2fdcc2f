import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../../harness/text.ts';
import { both, type Markup, markup, pageFrame } from '../html/index.ts';
import type { Change, CheckMove, Side } from './change.ts';
import { countsOf } from './counts.ts';
import type { Diff } from './diff.ts';
import { type Section, sectionsOf } from './sections.ts';
import { arrows, deltaOf, moveText, scoreOf } from './told.ts';
import { wording } from './wording.ts';

const signs = { passed: '✓', failed: '✗', blocked: '–', error: '!' } as const;

/** How a movement looks; the arrow beside it carries it where there are no colours. */
const kinds: Record<Change['movement'], string> = {
  ...{ raised: 'passed', lowered: 'failed', level: 'none', lost: 'error' },
  ...{ regained: 'passed', added: 'none', removed: 'none' },
};

/** The comparison as one page that needs nothing else, with the style and the policy of the class's page. */
export function diffHtml(diff: Diff, { locale }: { locale: Locale }): string {
  return pageFrame({
    ...{ locale, title: wording.title },
    script: readFileSync(join(import.meta.dirname, 'diff-script.js'), 'utf8'),
    controls: markup`<div class="controls" role="search"><label>${both(wording.search)} <input id="search" type="search" autocomplete="off"></label><button id="language" type="button">${both(wording.language)}</button><button id="theme" type="button">${both(wording.theme)}</button></div>`,
    main: markup`${figures(diff)}${tallies(diff)}${sectionsOf(diff.changes).map((section) => part(section))}`,
    footer: markup`<p>${both(wording.by)}</p>`,
  });
}

function figures(diff: Diff): Markup {
  const cards = countsOf(diff).map(
    ({ name, count }) => markup`<div><dt>${both(name)}</dt><dd>${count}</dd></div>`,
  );
  const nothing =
    diff.changes.length === 0 ? markup`<p class="fine">${both(wording.nothing)}</p>` : undefined;
  const unscored =
    diff.unscored > 0 ? markup`<p class="errors">${both(wording.unscored(diff.unscored))}</p>` : undefined;
  return markup`<section><dl class="cards">${cards}</dl>${nothing}${unscored}</section>`;
}

function tallies({ checks }: Diff): Markup | undefined {
  if (checks.length === 0) return undefined;
  const rows = checks.map(
    ({ assignment, title, gained, lost, reworded }) =>
      markup`<tr><td>${both(title)} <small>${assignment}</small></td><td class="number">${gained}</td><td class="number">${lost}</td><td class="number">${reworded}</td></tr>`,
  );
  const head = [wording.gained, wording.lost, wording.reworded].map(
    (name) => markup`<th scope="col" class="number">${both(name)}</th>`,
  );
  return markup`<section aria-labelledby="checks"><h2 id="checks">${both(wording.checks)}</h2><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${both(wording.check)}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function part({ name, title, hint, changes }: Section): Markup {
  const told =
    name === 'unexplained' || name === 'machine'
      ? markup`<p class="errors">${both(hint)}</p>`
      : markup`<p class="fine">${both(hint)}</p>`;
  return markup`<section aria-labelledby="${name}"><h2 id="${name}">${both(title)} <small>${changes.length}</small></h2>${told}${changes.map((change) => article(change))}</section>`;
}

function article(change: Change): Markup {
  const { student, assignment, movement, before, after, causes, checks } = change;
  const delta = deltaOf(change);
  const scores = markup`${scored(before)} → ${scored(after)}`;
  const reasons = [before, after].flatMap((side) =>
    side?.reason ? [markup`<p>${both(side.reason.message)}</p>`] : [],
  );
  const moves =
    checks.length > 0 ? markup`<ul class="checks">${checks.map((move) => row(move))}</ul>` : undefined;
  const why = causes.map(
    (cause) => markup`<div><dt>${both(wording.causes[cause.kind])}</dt><dd>${spelled(cause)}</dd></div>`,
  );
  return markup`<article class="change" data-name="${`${student} ${assignment}`.toLowerCase()}"><h3>${arrows[movement]} ${student} <small>${assignment}</small> <span class="number">${scores}</span> <span class="chip ${kinds[movement]}">${delta || both(wording.movements[movement])}</span></h3>${moves}${reasons}<dl class="facts">${why}</dl></article>`;
}

function scored(side: Side | null): Markup {
  return both({ ko: scoreOf(side, 'ko'), en: scoreOf(side, 'en') });
}

function row(move: CheckMove): Markup {
  const { title, before, after } = move;
  const status = after?.status ?? 'blocked';
  const told = both({ ko: moveText(move, 'ko'), en: moveText(move, 'en') });
  const message = (after ?? before)?.message;
  return markup`<li class="${status}"><span class="sign">${signs[status]}</span><div><strong>${both(title)}</strong><p><small>${told}</small></p>${message ? markup`<p>${both(message)}</p>` : undefined}</div></li>`;
}

function spelled({ kind, before, after }: Change['causes'][number]): Markup | undefined {
  return kind === 'absent' || (before === null && after === null)
    ? undefined
    : markup`${before ?? '–'} → ${after ?? '–'}`;
}
