import type { CommandRecord, Evidence } from '../../result.ts';
import type { OpenStream } from '../gate/index.ts';
import type { Job } from './jobs.ts';
import type { TerminalProcess } from './processes.ts';
import type { Terminal } from './terminal.ts';

/** How long and how much a replay may be; every limit that is reached is remarked with its line. */
export interface ReplayLimits {
  /** One command, in milliseconds. */
  commandMs: number;
  /** The whole script, in milliseconds. */
  scriptMs: number;
  /** Output kept of the whole script; a single command that shows more than this is ended. */
  outputBytes: number;
  /** Output kept of one command. */
  commandOutputBytes: number;
  /** Silence after which a command that could wait for the keyboard is taken to do so, in milliseconds. */
  idleMs: number;
}

export const defaultReplayLimits: ReplayLimits = {
  commandMs: 60_000,
  scriptMs: 300_000,
  outputBytes: 4 * 1024 * 1024,
  commandOutputBytes: 256 * 1024,
  idleMs: 8000,
};

export interface ReplayOptions {
  /** The text that `scriptText` gave. */
  script: string;
  /** Started with `shellCommand` and `shellEnvironment(nonce)`. */
  terminal: Terminal;
  nonce: string;
  /** Calls to the Docker API that are open now. */
  streams(): OpenStream[];
  /** The processes on the terminal; undefined when they cannot be told. Asked only of a command that is silent for long. */
  processes(): Promise<readonly TerminalProcess[] | undefined>;
  /** Hangs up a call where no key can help. */
  closeStream(callId: number): void;
  /** Awaited before each command is typed: published ports answer. */
  settled(signal: AbortSignal): Promise<void>;
  /** Milliseconds since the replay began. */
  now(): number;
  /** Told before each command is typed, so that calls and events can be blamed; null at the end. */
  onLine(line: number | null): void;
  limits: ReplayLimits;
  signal: AbortSignal;
}

/**
 * How the script ended. `end`: after its last command, with that one's status. `exit`: the shell ended before.
 * `limit`: the script's time was over or a command could not be ended. `lost`: the terminal went away.
 */
export interface ReplayExit {
  kind: 'end' | 'exit' | 'limit' | 'lost';
  code: number | null;
}

export interface Replay {
  commands: CommandRecord[];
  /** What ran beside them. */
  jobs: readonly Job[];
  remarks: Evidence['remarks'];
  exit: ReplayExit;
}
