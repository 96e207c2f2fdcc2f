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
/** The action of an exec holds its whole command. */
const actionChars = 500;

/** The event as results carry it; its line is not known yet. */
export function eventOf(raw: RawEvent, attributes: Record<string, string>, origin: number): DaemonEvent {
  return {
    atMs: Math.round((raw.timeNano / nanosPerMilli - origin) * 1000) / 1000,
    type: raw.Type,
    action: raw.Action.slice(0, actionChars),
    actorId: raw.Actor?.ID ?? '',
    attributes,
    line: null,
  };
}

/**
 * An event whose labels make it too long to be read, from its beginning: that it happened is known, what it says is not.
 * dockerd writes type, action and actor before the labels, and the time behind them; now is near enough.
 */
export function longEvent(beginning: string): RawEvent | undefined {
  const [, Type, Action, ID] =
    /"Type":"(\w+)","Action":"([^"]*)","Actor":\{"ID":"([^"]*)"/.exec(beginning) ?? [];
  return Type === undefined || Action === undefined || ID === undefined
    ? undefined
    : { Type, Action, Actor: { ID }, timeNano: Date.now() * nanosPerMilli };
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
