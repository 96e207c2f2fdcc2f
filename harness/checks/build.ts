import type { Image } from '../docker/index.ts';
import type { Timeline } from '../timeline/index.ts';

/** How an image came to be on the engine, as the timeline tells it. */
export interface Origin {
  /** `tag`: the sandbox began with it, it only got another name. */
  how: 'build' | 'tag' | 'commit' | 'load' | 'import' | 'pull' | 'unknown';
  /** The script line that made or named it; null when that is not known. */
  line: number | null;
}

/** The classic builder's route, and the connections BuildKit's client opens (Docker API, `POST /session`). */
const buildRoute = /^\/(build|session|grpc)$/;

/**
 * How an image was made. Every way but a build has a daemon event of its own that carries the image's id, so an image
 * that is none of these, on an engine that was asked to build, was built. Its creation time proves nothing: a build
 * with `SOURCE_DATE_EPOCH` sets it at will.
 */
export function originOf(
  { id, tags }: Pick<Image, 'id' | 'tags'>,
  timeline: Timeline,
  given: Readonly<Record<string, Pick<Image, 'id'>>>,
): Origin {
  const named = timeline.eventsOf({ type: 'image', action: 'tag', actorId: id }).at(-1)?.line ?? null;
  if (Object.values(given).some((image) => image.id === id)) return { how: 'tag', line: named };
  const commit = timeline
    .eventsOf({ type: 'container', action: 'commit' })
    // A container's labels can hide which image its commit made: then it may have been this one.
    .findLast(({ attributes: { imageID = id } }) => imageID === id);
  if (commit) return { how: 'commit', line: commit.line };
  for (const how of ['load', 'import', 'pull'] as const) {
    const event = timeline
      .eventsOf({ type: 'image', action: how })
      .findLast(({ actorId }) => actorId === id || tags.includes(actorId));
    if (event) return { how, line: event.line };
  }
  const build = timeline
    .callsOf({ method: 'POST', path: buildRoute, refused: false })
    .findLast(({ status }) => status === 200 || status === 101);
  return build ? { how: 'build', line: named ?? build.line } : { how: 'unknown', line: named };
}

/** Whether an image was built on another: its layers begin with all of the other's. */
export function buildsOn(image: Pick<Image, 'layers'>, base: Pick<Image, 'layers'>): boolean {
  return base.layers.length > 0 && base.layers.every((layer, index) => image.layers[index] === layer);
}
