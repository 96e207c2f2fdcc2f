import { escape as escapeHtml } from 'html-escaper';
import { type Locale, locales, type Text } from '../../harness/text.ts';
import { plainText } from '../plain-text.ts';

/** Text that is HTML already: only `markup` makes it, so a student's text can never be taken for it. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = Markup | string | number | readonly Markup[] | undefined;

/** HTML with every value escaped but what is HTML already. Escape sequences, controls and overrides are taken out. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(
    strings.map((part, index) => `${index > 0 ? written(values[index - 1]) : ''}${part}`).join(''),
  );
}

/** A text in every language: the page shows one of them at a time. */
export function both(text: Text): Markup {
  return markup`${locales.map((locale: Locale) => markup`<span lang="${locale}">${withCode(text[locale])}</span>`)}`;
}

/** Nobody reads more of one text, and a page holds thousands of them. */
const shownCharacters = 3000;

/** A text whose `code` spans become code; nothing else in it is markup. Cut with `…` where it is very long. */
export function withCode(text: string): Markup {
  const shown = text.length > shownCharacters ? `${text.slice(0, shownCharacters)}…` : text;
  const parts = plainText(shown).split(/(`[^`]+`)/);
  return markup`${parts.map((part) => (/^`[^`]+`$/.test(part) ? markup`<code>${part.slice(1, -1)}</code>` : markup`${part}`))}`;
}

function written(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(plainText(value));
  return value.map(({ text }) => text).join('');
}
