import { editDistance } from '../edit-distance.ts';

/**
 * How far an image's reference is from the wanted one, in letters: 0 for the same but for upper and lower case,
 * Infinity where nobody would take one for the other. A repository must be nearly right; a tag may be any, since what
 * is called `noderun` is meant as `noderun:1.0` whatever follows, yet a nearer tag is nearer.
 */
export function referenceDistance(wanted: string, found: string): number {
  return Math.min(partwise(parts(wanted), parts(found)), joined(wanted, found));
}

/** A tag that is nothing like the wanted one counts for no more letters than these. */
const strangeTag = 2;

interface Parts {
  /** What stands before the last slash: a registry, a user's name; empty for most. */
  path: string;
  name: string;
  tag: string;
}

function parts(reference: string): Parts {
  const [, path = '', name = '', tag = 'latest'] =
    /^(?:(.*)\/)?([^/:]*)(?::([^/]*))?$/.exec(reference.toLowerCase()) ?? [];
  return { path: path.replace(/^((index\.)?docker\.io)?(\/?library)?$/, ''), name, tag };
}

function partwise(wanted: Parts, found: Parts): number {
  const letters = editDistance(wanted.name, found.name);
  if (letters > Math.max(1, Math.floor(wanted.name.length / 3))) return Number.POSITIVE_INFINITY;
  return letters + tagDistance(wanted.tag, found.tag) + (wanted.path === found.path ? 0 : 1);
}

function tagDistance(wanted: string, found: string): number {
  // Without a tag Docker writes `latest`: one thing is forgotten, not six letters mistyped.
  if (found === 'latest' && wanted !== 'latest') return 1;
  if (wanted !== found && version(wanted) === version(found)) return 1;
  return Math.min(strangeTag, editDistance(wanted, found));
}

/** `3`, `v3` and `3.0` are one version: where several are wanted, each of them is meant by its number. */
function version(tag: string): string {
  return tag.replace(/^v(?=\d)/, '').replace(/(\.0)+$/, '');
}

/** `noderun-1.0`, `noderun1.0:latest` and `noderun1` name `noderun:1.0` with the colon mistyped. */
function joined(wanted: string, found: string): number {
  const letters = (reference: string) => reference.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const typed = letters(found.replace(/:latest$/, ''));
  const distance = Math.min(
    ...[wanted, version(wanted)].map((reference) => editDistance(letters(reference), typed)),
  );
  return wanted === found ? 0 : distance <= 1 ? distance + 1 : Number.POSITIVE_INFINITY;
}
