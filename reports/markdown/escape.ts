import { plainLine } from '../plain-text.ts';

/**
 * What starts markup in Markdown or HTML; and, as a group, what GitHub looks for in the text of a page that is HTML
 * already, where a character reference is the character again: mentions, references, formulas, emoji, addresses. A colon
 * or a dot alone is none of these.
 */
const meaningful = /[&<>"'`*_~|\\[\]!]|([@#$]|:(?=\/\/|[a-z0-9_+-]+:)|(?<=\bwww)\.)/gi;

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

/** An element that says nothing parts the text in two, as GitHub's documentation advises for `$`. */
function escaped(text: string): string {
  return text.replace(meaningful, (character, found: string | undefined) => {
    const reference = `&#${character.codePointAt(0)};`;
    return found === undefined ? reference : `<span>${reference}</span>`;
  });
}
