import type { Timeline } from '../timeline/index.ts';

/** Whether a container's program ran at a moment of the replay (milliseconds since it began), by the daemon's events. */
export function ranAt(timeline: Timeline, id: string, atMs: number): boolean {
  const turns = timeline
    .eventsOf({ type: 'container', actorId: id })
    .filter(({ action, atMs: turnMs }) => turnMs <= atMs && (action === 'start' || action === 'die'));
  return turns.at(-1)?.action === 'start';
}
