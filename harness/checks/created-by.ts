import type { Container } from '../docker/index.ts';
import type { ApiCall } from '../result.ts';
import type { Timeline } from '../timeline/index.ts';

/**
 * The request that created a container: what was asked for it there, before the daemon filled in its own settings.
 * Undefined when the record does not say. (Its times are whole milliseconds, an event's are not.)
 */
export function createdBy(timeline: Timeline, { id }: Pick<Container, 'id'>): ApiCall | undefined {
  const event = timeline.eventsOf({ type: 'container', action: 'create', actorId: id }).at(-1);
  if (!event) return undefined;
  return timeline.callsOf({ method: 'POST', path: /^\/containers\/create$/ }).findLast(
    ({ status, query, startedMs, durationMs }) =>
      status === 201 &&
      startedMs <= event.atMs &&
      event.atMs <= startedMs + (durationMs ?? 0) + 1 &&
      // Without a name the daemon gave it one.
      (query.name === undefined || query.name.replace(/^\//, '') === event.attributes.name),
  );
}
