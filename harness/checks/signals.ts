import type { Container } from '../docker/index.ts';
import type { ApiCall } from '../result.ts';
import type { Timeline } from '../timeline/index.ts';

/** A signal that somebody outside a container had the engine send to it. */
export interface SentSignal {
  /** Its number; null when a label of the container hides it. */
  signal: number | null;
  line: number | null;
}

/**
 * The signals that the engine sent into a container since it was started last, in order: `docker kill` sends one,
 * `docker stop` SIGTERM (15) and, when its grace period is over, SIGKILL (9). What its own processes send each other,
 * and what the kernel sends, is not among them: that makes no event.
 */
export function signalsTo(timeline: Timeline, { id }: Pick<Container, 'id'>): SentSignal[] {
  const events = timeline.eventsOf({ type: 'container', actorId: id });
  const started = events.findLastIndex(({ action }) => action === 'start');
  return events
    .slice(started + 1)
    .filter(({ action }) => action === 'kill')
    .map(({ attributes: { signal }, line }) => ({
      signal: signal === undefined ? null : Number(signal),
      line,
    }));
}

/** The requests of this kind that named a container and that the engine took on: `kill` of `docker kill`, `stop`… */
export function requestsOn(
  timeline: Timeline,
  { id, name }: Pick<Container, 'id' | 'name'>,
  action: 'start' | 'stop' | 'kill' | 'restart',
): ApiCall[] {
  const created = timeline.eventsOf({ type: 'container', action: 'create', actorId: id }).at(-1)?.atMs ?? 0;
  return timeline.callsOf({ method: 'POST', path: /^\/containers\//, refused: false }).filter((call) => {
    const [, , reference = '', verb] = call.path.split('/');
    // A container of the same name may have been there before.
    const named = reference === name || (reference !== '' && id.startsWith(reference));
    return verb === action && named && call.startedMs >= created && (call.status ?? 500) < 400;
  });
}

/** Whether the engine killed a container, or a process in it, because its memory was used up. */
export function ranOutOfMemory(
  timeline: Timeline,
  { id, oomKilled }: Pick<Container, 'id' | 'oomKilled'>,
): boolean {
  // The engine hears of it from the kernel, sometimes only when the container has ended: either tells.
  return oomKilled || timeline.eventsOf({ type: 'container', action: 'oom', actorId: id }).length > 0;
}
