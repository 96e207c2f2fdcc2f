import type { Timeline } from '../timeline/index.ts';

/** A `docker commit` that made an image. */
export interface Commit {
  containerId: string;
  /** The container's name at that time. */
  container: string;
  /** The image it made; undefined when a label of the container hides it. */
  imageId: string | undefined;
  /** The script line; null when it is not known. */
  line: number | null;
  /** Milliseconds since the replay began, on the engine's clock. */
  atMs: number;
}

/** All commits, oldest first, from the engine's events: nothing but a commit makes them. */
export function commits(timeline: Timeline): Commit[] {
  return timeline
    .eventsOf({ type: 'container', action: 'commit' })
    .map(({ actorId, attributes, line, atMs }) => ({
      containerId: actorId,
      container: attributes.name ?? '',
      imageId: attributes.imageID,
      line,
      atMs,
    }));
}

/** The commit that made an image; undefined when none did for certain: a label that hides the image proves nothing. */
export function commitOf(timeline: Timeline, { id }: { id: string }): Commit | undefined {
  return commits(timeline).findLast(({ imageId }) => imageId === id);
}
