import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale, Text } from '../../harness/text.ts';
import { both, Markup, markup } from './markup.ts';

/** What stands in a page. */
export interface PageFrame {
  /** The language the page opens in. */
  locale: Locale;
  title: Text;
  /** The page's own script: all that its policy lets run. */
  script: string;
  controls: Markup;
  main: Markup;
  footer: Markup;
}

/** One page that needs nothing else: it opens offline, and its policy lets it load nothing and run only its own script. */
export function pageFrame({ locale, title, script, controls, main, footer }: PageFrame): string {
  const style = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8');
  const policy = [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = markup`<!doctype html>
<html lang="${locale}" data-language="${locale}">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width"><meta name="referrer" content="no-referrer"><title>Drydock · ${title[locale]}</title><style>${new Markup(style)}</style></head>
<body><header><h1>${both(title)}</h1>${controls}</header>
<main>${main}</main>
<footer>${footer}</footer><script>${new Markup(script)}</script></body></html>
`;
  return page.text;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
