import { stripVTControlCharacters } from 'node:util';

// C0 and C1 controls but tab and newline; bidirectional overrides, which reorder what a reader sees (CVE-2021-42574);
// and the two non-characters of the basic plane that XML 1.0 forbids.
const unprintable = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/gu;

/** Where a CI service would take a line of a log for a command of its own: `::set-output …::`, `##[add-mask]…`. */
const logCommand = /^(?=\s*::)|##(?=\[)/gm;
const nothingToSee = '\u200b';

/**
 * A student's text without what a terminal would obey or XML 1.0 forbids: escape sequences, controls, lone surrogates.
 * Commands to a CI service are parted by a space of no width.
 */
export function plainText(text: string): string {
  return printable(text).replace(logCommand, `$&${nothingToSee}`);
}

/** The same on one line, with every run of white space as one space, and cut with `…` beyond `max` characters. */
export function plainLine(text: string, max = 500): string {
  // Four times as much is read as is kept: enough for escape sequences and spaces, and a megabyte costs nothing.
  const line = plainText(
    printable(text.slice(0, max * 4))
      .replace(/\s+/g, ' ')
      .trim(),
  );
  if (line.length <= max && text.length <= max * 4) return line;
  const kept = line.slice(0, max - 1);
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)}…`;
}

function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/\r\n?/g, '\n').replace(unprintable, '').toWellFormed();
}
