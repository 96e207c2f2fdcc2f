import { plainLine } from '../plain-text.ts';

/**
 * What starts markup, a link, a mention, a reference or an emoji in GitHub's Markdown, and what HTML gives a meaning. A
 * colon alone is none of these.
 */
const meaningful = /[&<>"'`*_~|\\[\]#@!]|:(?=\/\/|[a-z0-9_+-]+:)/g;

/**
 * A text of ours or a student's as Markdown on one line: `code` spans stay code, everything else stays what it is.
 * Character references are used because no parser of Markdown takes them for markup, in tables neither.
 */
export function inlineMarkdown(text: string, max = 500): string {
  return plainLine(text, max)
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? `<code>${escaped(part.slice(1, -1))}</code>` : escaped(part)))
    .join('');
}

/** A block of a student's text as it is: the fence is longer than any in it. */
export function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}

function escaped(text: string): string {
  return text.replace(meaningful, (character) => `&#${character.codePointAt(0)};`);
}
