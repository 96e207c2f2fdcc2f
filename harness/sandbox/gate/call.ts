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

const errorChars = 500;
/** A body is kept when it is no longer than this as JSON. */
const bodySummaryChars = 4_096;

/** What a call needs of its recorder. */
interface Book {
  now: () => number;
  /** Whether so many more bytes may be kept. */
  keep: (bytes: number) => boolean;
  finished: (call: Call) => void;
}

/** One request on its way: writes its record, knows when bytes moved, can be cut. */
export class Call {
  readonly record: ApiCall;
  readonly #book: Book;
  readonly #began = performance.now();
  #touched = this.#began;
  #cut: () => void = () => undefined;
  kind: StreamKind = 'other';
  tty = false;
  stdin = false;

  constructor(record: ApiCall, book: Book) {
    this.record = record;
    this.#book = book;
  }

  /** Bytes moved, either way. */
  touch(): void {
    this.#touched = performance.now();
  }

  /** Keeps the body for the record when it is short. */
  body(value: unknown, json: string): void {
    this.record.body =
      json.length <= bodySummaryChars && this.#book.keep(json.length) ? (value ?? null) : null;
  }

  /** Tells how to end both sides. */
  cutBy(cut: () => void): void {
    this.#cut = cut;
  }

  /** Ends both sides now. */
  cut(): void {
    this.#end(this.record.status === null ? 'the sandbox ended the call before an answer came' : null);
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
    this.record.durationMs = Math.max(0, this.#book.now() - this.record.startedMs);
    this.#book.finished(this);
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
