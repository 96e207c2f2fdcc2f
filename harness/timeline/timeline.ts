import type { ApiCall, CommandRecord, DaemonEvent, Evidence } from '../result.ts';

/** Which daemon events are meant; what is left out does not matter. */
export interface EventFilter {
  type?: string;
  /** `exec_start` also matches `exec_start: sh`, as the daemon writes the command into the action. */
  action?: string;
  actorId?: string;
  /** The container's or image's name among the event's attributes. */
  name?: string;
}

/** Which API calls are meant; what is left out does not matter. */
export interface CallFilter {
  method?: string;
  /** Matched against the path without its version prefix. */
  path?: RegExp;
  refused?: boolean;
  line?: number;
}

/** What happened in a sandbox, in order, as the daemon, the gate and the terminal recorded it. */
export class Timeline {
  readonly commands: readonly CommandRecord[];
  readonly calls: readonly ApiCall[];
  readonly events: readonly DaemonEvent[];

  /** When the replay began, in milliseconds since the epoch: what the records' times count from. */
  readonly origin: number;

  constructor({ commands, calls, events }: Pick<Evidence, 'commands' | 'calls' | 'events'>, origin: number) {
    this.origin = origin;
    this.commands = commands;
    this.calls = calls;
    this.events = events;
  }

  /** The events that fit, oldest first. */
  eventsOf({ type, action, actorId, name }: EventFilter): DaemonEvent[] {
    return this.events.filter(
      (event) =>
        (type === undefined || event.type === type) &&
        (action === undefined || event.action === action || event.action.startsWith(`${action}:`)) &&
        (actorId === undefined || event.actorId === actorId) &&
        (name === undefined || event.attributes.name === name),
    );
  }

  /** The API calls that fit, oldest first. */
  callsOf({ method, path, refused, line }: CallFilter): ApiCall[] {
    return this.calls.filter(
      (call) =>
        (method === undefined || call.method === method) &&
        (path === undefined || path.test(call.path)) &&
        (refused === undefined || call.refused === refused) &&
        (line === undefined || call.line === line),
    );
  }

  /** The line of the last command whose text fits; null when none does. */
  lineOf(pattern: RegExp): number | null {
    return this.commands.findLast((command) => pattern.test(command.text))?.line ?? null;
  }

  /** Whether events with these actions happened in this order, others between them allowed. */
  inOrder(actions: readonly string[], filter: EventFilter): boolean {
    let at = 0;
    for (const event of this.eventsOf(filter)) {
      const wanted = actions[at];
      if (wanted !== undefined && (event.action === wanted || event.action.startsWith(`${wanted}:`))) at += 1;
    }
    return at === actions.length;
  }
}
