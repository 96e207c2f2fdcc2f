import type { Image } from '../docker/index.ts';
import type { Timeline } from '../timeline/index.ts';
import type { NamedImage } from './image-reference.ts';

/** An image that `docker import` made, as the timeline tells it: it may be gone by now. */
export interface ImportedImage extends NamedImage {
  /** The instructions of `--change`, one after another with commas between; empty without any. */
  changes: string;
  /** The script line that imported it; null when that is not known. */
  line: number | null;
}

/** All images that were imported, oldest first. Its tags are all that it ever had. */
export function importedImages(timeline: Timeline): ImportedImage[] {
  const calls = timeline.callsOf({ method: 'POST', path: /^\/images\/create$/, refused: false });
  return timeline.eventsOf({ type: 'image', action: 'import' }).map(({ actorId, atMs, line }) => {
    const tags = timeline
      .eventsOf({ type: 'image', action: 'tag', actorId })
      .map(({ attributes }) => attributes.name ?? '');
    // The engine tells of an import before it answers: the request is the last one that had begun by then.
    const call = calls.findLast(({ startedMs, query }) => query.fromSrc === '-' && startedMs <= atMs);
    return { id: actorId, tags, changes: call?.query.changes ?? '', line };
  });
}

/** How an image was imported; undefined when it was not. */
export function importOf({ id }: Pick<Image, 'id'>, timeline: Timeline): ImportedImage | undefined {
  return importedImages(timeline).findLast((imported) => imported.id === id);
}
