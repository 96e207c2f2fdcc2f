import { HandedInTrouble } from './handed-in-trouble.ts';

const deepest = 24;
const longest = 1024;
/** What file systems take for one name. */
const longestName = 255;

/** What tools and systems put beside the files: never part of a submission. */
const ignored = /^(\.git|__macosx|\.ds_store|thumbs\.db|desktop\.ini)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not be in a name.
const control = /[\x00-\x1f\x7f]/;

/**
 * A name out of an archive or a repository as a path that stays inside the folder it is written to, in NFC (macOS
 * writes Korean in pieces). Undefined for what is no part of a submission, such as `.git`.
 * @throws HandedInTrouble `UNSAFE_PATH` for a path that is absolute, climbs, or no file system would take
 */
export function entryPath(name: string): string | undefined {
  const parts = name
    .normalize('NFC')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  const unsafe =
    name.startsWith('/') ||
    /^[A-Za-z]:/.test(parts[0] ?? '') ||
    name.includes('\\') ||
    name.includes('\ufffd') ||
    control.test(name) ||
    parts.includes('..') ||
    parts.length > deepest ||
    Buffer.byteLength(name) > longest ||
    parts.some((part) => Buffer.byteLength(part) > longestName);
  if (unsafe) throw new HandedInTrouble('UNSAFE_PATH', { path: shown(name) });
  return parts.length === 0 || parts.some((part) => ignored.test(part)) ? undefined : parts.join('/');
}

/** A name that may be hostile, for people: short, and with nothing in it that a terminal would obey. */
export function shown(name: string): string {
  const plain = name.replace(/\p{C}/gu, '?').replaceAll('`', "'");
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
}
