import type { HostCall } from '../../result.ts';

const callCap = 1000;
const wordChars = 200;
const wordCap = 32;
const settingsChars = 8192;
const errorChars = 500;

/** What is known of a call when it begins. */
export type AskedOfHost = Pick<HostCall, 'action' | 'command' | 'settings'>;

/** Keeps what student code asked of the host, in the order of asking. */
export class HostRecord {
  readonly calls: HostCall[] = [];
  readonly #now: () => number;
  readonly #line: () => number | null;

  constructor(now: () => number, line: () => number | null) {
    this.#now = now;
    this.#line = line;
  }

  /** Writes a call down; give its end to `finish`. */
  begin({ action, command, settings }: AskedOfHost): HostCall {
    const call: HostCall = {
      startedMs: this.#now(),
      durationMs: null,
      action,
      command: command.slice(0, wordCap).map((word) => word.slice(0, wordChars)),
      settings: settings?.slice(0, settingsChars) ?? null,
      logs: null,
      exitCode: null,
      error: null,
      refused: false,
      line: this.#line(),
    };
    if (this.calls.length < callCap) this.calls.push(call);
    return call;
  }

  finish(call: HostCall, exitCode: number, error: string, refused: boolean): void {
    call.durationMs = Math.max(0, this.#now() - call.startedMs);
    call.exitCode = exitCode;
    call.error = exitCode === 0 || error === '' ? null : error.slice(0, errorChars);
    call.refused = refused;
  }
}
