import type { ApiCall, CommandRecord, DaemonEvent, Evidence, HostCall } from '../result.ts';

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

/** Which commands on the host are meant; what is left out does not matter. */
export interface HostCallFilter {
  /** `restart`, `write-settings`, `truncate`… */
  action?: string;
  /** Whether it ended with exit status 0: `systemctl restart` does so only when the daemon answers again. */
  succeeded?: boolean;
  line?: number;
}

/** The parts of the evidence that are in order of time. */
export type Recorded = Pick<Evidence, 'commands' | 'calls' | 'events'> & Partial<Pick<Evidence, 'hostCalls'>>;

/** What happened in a sandbox, in order, as the daemon, the gate and the terminal recorded it. */
export class Timeline {
  readonly commands: readonly CommandRecord[];
  readonly calls: readonly ApiCall[];
  readonly events: readonly DaemonEvent[];
  readonly hostCalls: readonly HostCall[];

  /** When the replay began, in milliseconds since the epoch: what the records' times count from. */
  readonly origin: number;

  constructor(evidence: Recorded, origin: number) {
    this.origin = origin;
    this.commands = evidence.commands;
    this.calls = evidence.calls;
    this.events = evidence.events;
    this.hostCalls = evidence.hostCalls ?? [];
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

  /** What the commands asked of the host, oldest first: `sudo systemctl restart docker` is `restart`. */
  hostCallsOf({ action, succeeded, line }: HostCallFilter): HostCall[] {
    return this.hostCalls.filter(
      (call) =>
        (action === undefined || call.action === action) &&
        (succeeded === undefined || (call.exitCode === 0) === succeeded) &&
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
