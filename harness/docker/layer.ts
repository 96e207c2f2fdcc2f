import { basename, dirname } from 'node:path/posix';
import type Dockerode from 'dockerode';

/** One thing that a layer holds. Folders on the way to what was changed are there, too. */
export interface LayerEntry {
  /** Absolute, as in the container. */
  path: string;
  /** `deleted`: something of a layer below is hidden by this one (a whiteout of the overlay2 driver). */
  kind: 'file' | 'folder' | 'link' | 'deleted' | 'other';
}

/** Lists a folder of the engine's layer storage: an answer that begins with `found`, none when there is no such layer. */
export type ListLayer = (directory: string) => Promise<Buffer>;

const found = 'found\n';
/** As `find -printf %y` writes them; a whiteout is a character device, and no other can be in a layer. */
const kinds: Readonly<Record<string, LayerEntry['kind']>> = {
  f: 'file',
  d: 'folder',
  l: 'link',
  c: 'deleted',
};

/**
 * The folder of the layer storage in which the overlay2 driver keeps an image's topmost layer, or the one so many below
 * it; empty when there are fewer.
 */
export function layerDirectory(
  { GraphDriver }: Pick<Dockerode.ImageInspectInfo, 'GraphDriver'>,
  below = 0,
): string {
  const { UpperDir = '', LowerDir = '' } = GraphDriver.Data as { UpperDir?: string; LowerDir?: string };
  return basename(dirname([UpperDir, ...LowerDir.split(':')][below] ?? ''));
}

/** The entries of such a listing, sorted by path; undefined when it is not one. One that was cut keeps whole entries. */
export function layerEntries(listing: Buffer): LayerEntry[] | undefined {
  const text = listing.toString('utf8');
  if (!text.startsWith(found)) return undefined;
  return text
    .slice(found.length)
    .split('\0')
    .slice(0, -1)
    .map((entry) => ({ path: `/${entry.slice(2)}`, kind: kinds[entry.slice(0, 1)] ?? 'other' }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
