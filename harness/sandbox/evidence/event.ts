import type { CommandRecord, DaemonEvent } from '../../result.ts';

/** One line of `GET /events` (Docker API, SystemEvents). */
export interface RawEvent {
  Type: string;
  Action: string;
  Actor?: { ID?: string; Attributes?: Record<string, string> };
  /** Nanoseconds since the epoch. */
  timeNano: number;
}

const nanosPerMilli = 1e6;

/** The event as results carry it; its line is not known yet. */
export function eventOf(raw: RawEvent, origin: number): DaemonEvent {
  return {
    atMs: Math.round((raw.timeNano / nanosPerMilli - origin) * 1000) / 1000,
    type: raw.Type,
    action: raw.Action,
    actorId: raw.Actor?.ID ?? '',
    attributes: raw.Actor?.Attributes ?? {},
    line: null,
  };
}

/** The events with the line of the command that was under way when each happened; null between commands. */
export function withLines(events: DaemonEvent[], commands: readonly CommandRecord[]): DaemonEvent[] {
  return events.map((event) => {
    const during = commands.findLast(
      ({ startedMs, durationMs }) => startedMs <= event.atMs && event.atMs <= startedMs + durationMs,
    );
    return { ...event, line: during?.line ?? null };
  });
}
