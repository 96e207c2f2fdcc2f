import type { ApiCall } from '../../result.ts';
import { Call, type OpenStream } from './call.ts';
import type { GateLimits } from './limits.ts';

/** What is known of a request before it is judged. */
export interface Asked {
  method: string;
  path: string;
  query: Record<string, string>;
}

const pathChars = 1_000;

/** Keeps what was asked and what was answered, in the order of asking. */
export class Recorder {
  readonly calls: ApiCall[] = [];
  readonly #open = new Map<number, Call>();
  readonly #listeners = new Set<(call: ApiCall) => void>();
  readonly #now: () => number;
  readonly #line: () => number | null;
  readonly #limits: Pick<GateLimits, 'calls' | 'recordBytes'>;
  #bytes = 0;
  #dropped = 0;
  #nextId = 1;

  constructor(
    now: () => number,
    line: () => number | null,
    limits: Pick<GateLimits, 'calls' | 'recordBytes'>,
  ) {
    this.#now = now;
    this.#line = line;
    this.#limits = limits;
  }

  /** Calls beyond the cap: they were served, but not kept. */
  get dropped(): number {
    return this.#dropped;
  }

  begin({ method, path, query }: Asked): Call {
    const record: ApiCall = {
      id: this.#nextId++,
      startedMs: this.#now(),
      durationMs: null,
      method,
      path: path.slice(0, pathChars),
      query,
      body: null,
      status: null,
      error: null,
      refused: false,
      line: this.#line(),
    };
    if (this.calls.length < this.#limits.calls && this.#keep(JSON.stringify(query).length + path.length)) {
      this.calls.push(record);
    } else this.#dropped += 1;
    const call = new Call(record, {
      now: this.#now,
      keep: (bytes) => this.#keep(bytes),
      finished: (done) => this.#finished(done),
    });
    this.#open.set(record.id, call);
    return call;
  }

  openStreams(): OpenStream[] {
    return [...this.#open.values()].map((call) => call.stream());
  }

  /** Ends both sides of an open call; nothing happens when it is over. */
  close(callId: number): void {
    this.#open.get(callId)?.cut();
  }

  onCall(listener: (call: ApiCall) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether so many more bytes may be kept; notes them when they may. */
  #keep(bytes: number): boolean {
    if (this.#bytes + bytes > this.#limits.recordBytes) return false;
    this.#bytes += bytes;
    return true;
  }

  #finished(call: Call): void {
    this.#open.delete(call.record.id);
    for (const listener of this.#listeners) listener(call.record);
  }
}
