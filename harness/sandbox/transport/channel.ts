import { Duplex } from 'node:stream';
import { encodeCredit, type FrameKind, frameKind, payloadCap, windowBytes } from './frame.ts';

/** Sends a frame of one channel. */
export type Send = (kind: FrameKind, payload?: Buffer) => void;

/** One connection carried over a shared stream. Each side may end its half; neither can flood the other. */
export class Channel extends Duplex {
  readonly #send: Send;
  #credit = windowBytes;
  #unread = 0;
  #waiting: { rest: Buffer; done: () => void } | undefined;

  constructor(send: Send) {
    super({ allowHalfOpen: true });
    this.#send = send;
    // Whoever pipes it hears of its end by `close`.
    this.on('error', () => undefined);
  }

  /** Takes a frame that the other side sent. Throws RangeError when it sends more than it was granted. */
  receive(kind: FrameKind, payload: Buffer): void {
    if (kind === frameKind.data) {
      this.#unread += payload.length;
      if (this.#unread > windowBytes) throw new RangeError('more data than was granted');
      this.push(payload);
    } else if (kind === frameKind.end) this.push(null);
    else if (kind === frameKind.close) this.#closed();
    else if (kind === frameKind.credit) {
      this.#credit += payload.readUInt32BE();
      this.#flush();
    }
  }

  override _read(): void {
    if (this.#unread === 0) return;
    this.#send(frameKind.credit, encodeCredit(this.#unread));
    this.#unread = 0;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#waiting = { rest: chunk, done };
    this.#flush();
  }

  override _final(done: () => void): void {
    this.#send(frameKind.end);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // After both halves ended the other side knows; what it still has to hand on must not be cut.
    if (!this.readableEnded || !this.writableFinished) this.#send(frameKind.close);
    done(error);
  }

  /** The connection is gone over there; what it said before is still to be read. */
  #closed(): void {
    if (this.readableLength === 0) return void this.destroy();
    this.once('end', () => this.destroy());
    this.push(null);
  }

  #flush(): void {
    while (this.#waiting && this.#credit > 0) {
      const { rest, done } = this.#waiting;
      const now = rest.subarray(0, Math.min(this.#credit, payloadCap));
      this.#credit -= now.length;
      this.#send(frameKind.data, now);
      this.#waiting.rest = rest.subarray(now.length);
      if (this.#waiting.rest.length > 0) continue;
      this.#waiting = undefined;
      done();
    }
  }
}
