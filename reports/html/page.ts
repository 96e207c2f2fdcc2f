import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result, Student } from '../../harness/result.ts';
import type { Locale } from '../../harness/text.ts';
import { gradebookOf } from '../gradebook/index.ts';
import { heatMap } from './heat-map.ts';
import { both, type Markup, markup } from './markup.ts';
import { overview } from './overview.ts';
import { pageFrame } from './page-frame.ts';
import { students } from './students.ts';
import { wording } from './wording.ts';

export interface HtmlOptions {
  /** The language the page opens in; it can be switched. */
  locale: Locale;
  /** The class; without it, everybody who has a result. */
  roster?: readonly Student[] | undefined;
}

const asset = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');

/**
 * The results as one page that needs nothing else: it opens offline, and its policy lets it load nothing and run
 * nothing but its own script. Whatever a student made is escaped.
 */
export function html(results: readonly Result[], { locale, roster }: HtmlOptions): string {
  const book = gradebookOf(results, roster);
  const graded = roster ? results.filter(({ student }) => !book.extra.includes(student)) : results;
  return pageFrame({
    ...{ locale, title: wording.title, script: asset('page-script.js') },
    controls: controls(locale),
    main: markup`${overview(book, graded)}${heatMap(book)}${students(book)}`,
    footer: markup`<p>${both(wording.keys)}</p><p>${both(wording.by)}</p>`,
  });
}

function controls(locale: Locale): Markup {
  const options = (names: Record<string, { ko: string; en: string }>) =>
    Object.entries(names).map(
      ([value, text]) =>
        markup`<option value="${value}" data-ko="${text.ko}" data-en="${text.en}">${text[locale]}</option>`,
    );
  const show = { all: wording.all, some: wording.some, absent: wording.absent, broken: wording.broken };
  const sort = { name: wording.byName, lowest: wording.lowest, highest: wording.highest };
  return markup`<div class="controls" role="search"><label>${both(wording.search)} <input id="search" type="search" autocomplete="off"></label><label>${both(wording.students)} <select id="filter">${options(show)}</select></label><label>${both(wording.sort)} <select id="sort">${options(sort)}</select></label><button id="unfold" type="button">${both(wording.unfold)}</button><button id="language" type="button">${both(wording.language)}</button><button id="theme" type="button">${both(wording.theme)}</button></div>`;
}
