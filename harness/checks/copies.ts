import type { Container } from '../docker/index.ts';
import type { Timeline } from '../timeline/index.ts';

/** Something that `docker cp` put into a container. */
export interface Copy {
  containerId: string;
  /** The container's name at that time. */
  container: string;
  /** Where to, as it was typed: `/app/runapp.js`, `/app/`. */
  target: string;
  /** The script line; null when it is not known. */
  line: number | null;
  /** Milliseconds since the replay began, on the engine's clock. */
  atMs: number;
}

const archive = /^\/containers\/[^/]+\/archive$/;

/**
 * Everything that was copied into containers, oldest first. The engine's event tells the container, whatever name it was
 * typed by; where to, only the request says: the client asks for the target as it was typed (HEAD), then sends an archive
 * to the folder that the file goes to (PUT).
 */
export function copies(timeline: Timeline): Copy[] {
  const calls = timeline.callsOf({ path: archive });
  const sent = calls.flatMap((call, index) => {
    if (call.method !== 'PUT' || call.status !== 200) return [];
    const asked = calls
      .slice(0, index)
      .findLast(({ method, path }) => method === 'HEAD' && path === call.path);
    return [{ line: call.line, target: asked?.query.path ?? call.query.path ?? '' }];
  });
  return timeline
    .eventsOf({ type: 'container', action: 'extract-to-dir' })
    .map(({ actorId, attributes, line, atMs }, index, events) => {
      const before = events.slice(0, index).filter((event) => event.line === line).length;
      const target = sent.filter((copy) => copy.line === line)[before]?.target ?? '';
      return { containerId: actorId, container: attributes.name ?? '', target, line, atMs };
    });
}

/** What was copied into one container, oldest first. */
export function copiesInto(timeline: Timeline, { id }: Pick<Container, 'id'>): Copy[] {
  return copies(timeline).filter(({ containerId }) => containerId === id);
}
