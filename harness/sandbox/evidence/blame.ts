/** Whose doing something is while a background job runs beside the line that is typed: known, or said to be unknown. */
import type { ApiCall, CommandRecord, DaemonEvent, Evidence, HostCall } from '../../result.ts';
import type { Job } from '../replay/index.ts';
import { mayAsk } from './may-ask.ts';
import { wordsOfCall, wordsOfEvent } from './words.ts';

type Parts = Pick<Evidence, 'commands' | 'calls' | 'events' | 'hostCalls'>;
type Suspect = Pick<CommandRecord, 'line' | 'text'>;

const anything = /(?:)/;

/** The evidence with lines that hold also beside background jobs. */
export function withBlame({ commands, calls, events, hostCalls }: Parts, jobs: readonly Job[]): Parts {
  const blame = new Blame(commands, jobs);
  return {
    commands,
    calls: calls.map((call) => ({ ...call, line: blame.ofCall(call) })),
    events: events.map((event) => ({ ...event, line: blame.ofEvent(event) })),
    hostCalls: hostCalls.map((call) => ({ ...call, line: blame.ofHostCall(call) })),
  };
}

export class Blame {
  readonly #commands: readonly CommandRecord[];
  readonly #jobs: readonly Job[];

  constructor(commands: readonly CommandRecord[], jobs: readonly Job[]) {
    this.#commands = commands;
    this.#jobs = jobs.filter(({ text }) => mayAsk(text));
  }

  ofCall(call: Pick<ApiCall, 'method' | 'path' | 'startedMs' | 'line'>): number | null {
    return this.#lineOf(call.startedMs, call.line, wordsOfCall(call) ?? anything);
  }

  ofEvent(event: Pick<DaemonEvent, 'type' | 'action' | 'atMs' | 'line'>): number | null {
    return this.#lineOf(event.atMs, event.line, wordsOfEvent(event));
  }

  ofHostCall({ command, startedMs, line }: Pick<HostCall, 'command' | 'startedMs' | 'line'>): number | null {
    return this.#lineOf(startedMs, line, new RegExp(`\\b${RegExp.escape(command[0] ?? '')}\\b`));
  }

  /** `line` is the one that was typed then; `words` are those of commands that do such a thing, where only some do. */
  #lineOf(atMs: number, line: number | null, words: RegExp | undefined): number | null {
    const running = this.#jobs.filter(
      (job) => job.line !== line && job.fromMs <= atMs && (job.untilMs === null || atMs <= job.untilMs),
    );
    if (running.length === 0) return line;
    if (words === undefined) return null;
    const typed = this.#commands.filter((command) => command.line === line && mayAsk(command.text));
    const suspects: Suspect[] = [...typed, ...running];
    // Of an alias or a script nobody knows what it asks for.
    const likely = suspects.filter(({ text }) => !text.includes('docker') || words.test(text));
    return likely.length === 1 ? (likely[0]?.line ?? null) : null;
  }
}
