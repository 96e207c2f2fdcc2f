import type { ApiCall } from '../../result.ts';
import type { StreamKind } from './routes.ts';

/** A call that is open: the engine has not finished its answer. */
export interface OpenStream {
  call: ApiCall;
  /** The route's kind: `other` for calls that answer once, such as a `docker stop` that waits for its grace period. */
  kind: StreamKind;
  /** Whether the container or the exec has a terminal; false until the engine told. */
  tty: boolean;
  /** Whether what the student types reaches it. */
  stdin: boolean;
  openMs(): number;
  /** Since the last byte in either direction. */
  idleMs(): number;
}

/** What is known of a request before it is judged. */
export interface Asked {
  method: string;
  path: string;
  query: Record<string, string>;
}

const errorChars = 500;
const pathChars = 1_000;
/** A body is kept when it is no longer than this as JSON. */
const bodySummaryChars = 4_096;

/** One request on its way: writes its record, knows when bytes moved, can be cut. */
export class Call {
  readonly record: ApiCall;
  readonly #now: () => number;
  readonly #finished: (call: Call) => void;
  readonly #began = performance.now();
  #touched = this.#began;
  #cut: () => void = () => undefined;
  kind: StreamKind = 'other';
  tty = false;
  stdin = false;

  constructor(record: ApiCall, now: () => number, finished: (call: Call) => void) {
    this.record = record;
    this.#now = now;
    this.#finished = finished;
  }

  /** Bytes moved, either way. */
  touch(): void {
    this.#touched = performance.now();
  }

  /** Keeps the body for the record when it is short. */
  body(value: unknown, json: string): void {
    this.record.body = json.length <= bodySummaryChars ? (value ?? null) : null;
  }

  /** Tells how to end both sides. */
  cutBy(cut: () => void): void {
    this.#cut = cut;
  }

  /** Ends both sides now. */
  cut(): void {
    this.#cut();
  }

  refuse(status: number, reason: string): void {
    this.record.refused = true;
    this.finish(status, reason);
  }

  /** The engine has begun to answer. */
  answered(status: number): void {
    this.record.status = status;
  }

  get over(): boolean {
    return this.record.durationMs !== null;
  }

  /** The call is over; only the first time counts. */
  finish(status: number, error: string | null = null): void {
    this.answered(status);
    this.#end(error);
  }

  /** One side is gone before the answer was whole: nothing to note when the answer had begun, as with `logs -f`. */
  hungUp(): void {
    this.#end(this.record.status === null ? 'the client hung up before an answer came' : null);
  }

  #end(error: string | null): void {
    if (this.over) return;
    this.record.error = error?.slice(0, errorChars) ?? null;
    this.record.durationMs = Math.max(0, this.#now() - this.record.startedMs);
    this.#finished(this);
  }

  stream(): OpenStream {
    return {
      call: this.record,
      kind: this.kind,
      tty: this.tty,
      stdin: this.stdin,
      openMs: () => performance.now() - this.#began,
      idleMs: () => performance.now() - this.#touched,
    };
  }
}

/** Keeps what was asked and what was answered, in the order of asking. */
export class Recorder {
  readonly calls: ApiCall[] = [];
  readonly #open = new Map<number, Call>();
  readonly #listeners = new Set<(call: ApiCall) => void>();
  readonly #now: () => number;
  readonly #line: () => number | null;
  readonly #cap: number;
  #dropped = 0;
  #nextId = 1;

  constructor(now: () => number, line: () => number | null, cap: number) {
    this.#now = now;
    this.#line = line;
    this.#cap = cap;
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
    if (this.calls.length < this.#cap) this.calls.push(record);
    else this.#dropped += 1;
    const call = new Call(record, this.#now, (done) => this.#finished(done));
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

  #finished(call: Call): void {
    this.#open.delete(call.record.id);
    for (const listener of this.#listeners) listener(call.record);
  }
}
