/** What a replay left to be looked at: the part of a result that says what happened, and when. Imports text alone. */
import type { Text } from './text.ts';

/** One command of the script as it was typed. */
export interface CommandRecord {
  line: number;
  endLine: number;
  text: string;
  /** Null when the shell did not report one: the command was cut off. */
  exitCode: number | null;
  /** Milliseconds since the replay began. */
  startedMs: number;
  durationMs: number;
  /** Keys or actions with which the replay ended a command that does not end by itself. */
  endedBy: string[];
  /** What the terminal showed, capped. */
  output: string;
}

/** One request to the Docker API, as the gate saw it. */
export interface ApiCall {
  id: number;
  /** Milliseconds since the replay began. */
  startedMs: number;
  /** Null while the request is open. */
  durationMs: number | null;
  method: string;
  /** Without the version prefix. */
  path: string;
  query: Record<string, string>;
  /** The request's JSON body, when it had one of a few kilobytes. */
  body: unknown;
  /** The engine's answer; null when none came. */
  status: number | null;
  /** The start of the engine's error message or the gate's reason, when status is 400 or more. */
  error: string | null;
  /** True when the gate refused it: the engine never saw it. */
  refused: boolean;
  /** The script line that asked for it; null when unknown, as beside a job in the background, or when no script ran. */
  line: number | null;
}

/** One thing that the student's commands asked of the host: `sudo truncate`, `systemctl restart docker`… */
export interface HostCall {
  /** Milliseconds since the replay began. */
  startedMs: number;
  /** Null while it is under way. */
  durationMs: number | null;
  /**
   * For the docker service `start`, `stop`, `restart`, `status`, `is-active`… whatever the spelling; `write-settings`
   * when /etc/docker/daemon.json is another file than before; else the program's name: `truncate`, `ls`, `lsns`.
   */
  action: string;
  /** The words as they were typed after `sudo`, the start of each. */
  command: string[];
  /** The start of /etc/docker/daemon.json: as it was written, or as the daemon was started with; else null. */
  settings: string | null;
  /** The container logs that it was to empty (`truncate`), with their sizes right before; else null. */
  logs: { path: string; bytes: number }[] | null;
  exitCode: number | null;
  /** The start of what it wrote to stderr when it failed. */
  error: string | null;
  /** True when the sandbox refused it: it did not run. */
  refused: boolean;
  line: number | null;
}

/** One event of the engine's daemon (GET /events of the Docker API). */
export interface DaemonEvent {
  /** Milliseconds since the replay began, from the event's own timeNano. */
  atMs: number;
  type: string;
  action: string;
  /** Actor.ID: a container id, an image id or reference, a network id… */
  actorId: string;
  attributes: Record<string, string>;
  line: number | null;
}

/** Something a check wrote down while it looked, for the reader of a report. */
export interface Note {
  checkId: string;
  title: string;
  value: unknown;
}

/** Something the reader of a result should know that no check says. */
export interface Remark {
  line: number | null;
  text: Text;
  /** A file that was to be left as it was handed out is another, or gone: every report says so, whatever the score. */
  code?: 'protected-file';
}

export interface Evidence {
  commands: CommandRecord[];
  calls: ApiCall[];
  events: DaemonEvent[];
  hostCalls: HostCall[];
  notes: Note[];
  /** What the harness did or saw that the reader should know (limits reached, sessions ended, output cut). */
  remarks: Remark[];
}

/** Evidence of a submission that never ran. */
export function emptyEvidence(): Evidence {
  return { commands: [], calls: [], events: [], hostCalls: [], notes: [], remarks: [] };
}
