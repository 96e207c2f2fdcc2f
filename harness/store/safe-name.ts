import { createHash } from 'node:crypto';

/** Names that stay as they are: no capitals, which some file systems do not tell apart, and no signs with a meaning. */
const plain = /^[a-z0-9가-힣](?:[a-z0-9가-힣._-]*[a-z0-9가-힣_-])?$/;
/** Device names of Windows, with any ending. */
const reserved = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/;
/** Bytes of UTF-8 that the readable part may have; file systems take 255 for a whole name. */
const mostBytes = 120;

/** One spelling for one name: the same syllables can be written composed or decomposed (macOS decomposes). */
export function sameName(name: string): string {
  return name.normalize('NFC');
}

/**
 * A file name for any name, on any file system: names that differ in more than their Unicode normal form never share
 * one. A plain name is its own; any other gets a readable beginning, `~` and a hash, which no plain name has.
 */
export function safeName(name: string): string {
  const one = sameName(name);
  if (plain.test(one) && !reserved.test(one) && Buffer.byteLength(one) <= mostBytes) return one;
  const hash = createHash('sha256').update(one).digest('hex').slice(0, 16);
  const readable = one
    .toLowerCase()
    .replace(/[^a-z0-9가-힣]+/g, '-')
    .slice(0, 30);
  return `${readable.replace(/^-+|-+$/g, '') || 'name'}~${hash}`;
}
