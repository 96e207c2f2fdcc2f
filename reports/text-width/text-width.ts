import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** ASCII, whole Korean syllables and the signs of our own reports: nearly every line is made of these alone. */
const familiar = /^[\x20-\x7e가-힣·—“”‘’…→⏎─✓✗]*$/;
const korean = /[가-힣]/g;

/**
 * Columns that a text takes in a terminal; Korean syllables take two. Loading string-width takes 30 ms, most of it for
 * what it knows of emoji, so it is loaded and asked for what is not familiar alone.
 */
export function textWidth(text: string): number {
  if (familiar.test(text)) return text.length + (text.match(korean)?.length ?? 0);
  const library = require('string-width') as typeof import('string-width');
  return library.default(text);
}
