import type { Image } from '../docker/index.ts';
import type { Timeline } from '../timeline/index.ts';

/** How an image came to be on the engine, as the timeline tells it. */
export interface Origin {
  how: 'build' | 'commit' | 'load' | 'import' | 'unknown';
  /** The script line that made it; null when that is not known. */
  line: number | null;
}

/** Clocks of the engine and of the harness are one, but a build's last step may be written just after its call. */
const slackMs = 1500;

/** The classic builder's route, and the connections BuildKit's client opens (Docker API, `POST /session`). */
const buildCall = /^\/(build|session|grpc)$/;

/**
 * How an image was made. Commit, load and import have daemon events of their own that carry the image's id; a build is
 * proven by its creation within a build call that the gate saw, so an image that was merely tagged is not one.
 */
export function originOf({ id, created }: Image, timeline: Timeline): Origin {
  const commit = timeline
    .eventsOf({ type: 'container', action: 'commit' })
    .find(({ attributes }) => attributes.imageID === id);
  if (commit) return { how: 'commit', line: commit.line };
  for (const how of ['load', 'import'] as const) {
    const event = timeline.eventsOf({ type: 'image', action: how, actorId: id })[0];
    if (event) return { how, line: event.line };
  }
  const at = Date.parse(created) - timeline.origin;
  const build = timeline
    .callsOf({ method: 'POST', path: buildCall, refused: false })
    .find(
      ({ startedMs, durationMs }) =>
        startedMs - slackMs <= at && at <= startedMs + (durationMs ?? Infinity) + slackMs,
    );
  return build ? { how: 'build', line: build.line } : { how: 'unknown', line: null };
}

/** Whether an image was built on another: its layers begin with all of the other's. */
export function buildsOn(image: Pick<Image, 'layers'>, base: Pick<Image, 'layers'>): boolean {
  return base.layers.length > 0 && base.layers.every((layer, index) => image.layers[index] === layer);
}
