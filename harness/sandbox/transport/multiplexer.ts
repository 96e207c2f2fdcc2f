import type { Readable, Writable } from 'node:stream';
import { Channel } from './channel.ts';
import { encodeFrame, type Frame, frameKind, frameReader } from './frame.ts';

/** More connections than a gate, a daemon and a mirror gateway keep open together. */
const channelCap = 512;

/** What to do with a connection that the relay opens, by the name of the socket it came to. */
export type Served = ReadonlyMap<string, (channel: Channel) => void>;

/** Many connections over one stream: this side opens channels with even numbers, the relay with odd ones. */
export class Multiplexer {
  readonly #out: Writable;
  readonly #channels = new Map<number, Channel>();
  readonly #served: Served;
  readonly #heard = Promise.withResolvers<void>();
  #next = 2;
  #over = false;

  /** Frames arrive on `input` and leave on `output`. The relay may open what is served, and nothing else. */
  constructor(input: Readable, output: Writable, served: Served) {
    this.#out = output;
    this.#served = served;
    const read = frameReader((frame) => this.#take(frame));
    this.#heard.promise.catch(() => undefined);
    input.on('data', (chunk: Buffer) => {
      try {
        if (!this.#over) read(chunk);
      } catch (thrown) {
        // Whoever speaks no frames is no relay of ours: there is nothing to be had from it.
        this.end(thrown);
      }
    });
    for (const event of ['end', 'close', 'error']) {
      input.once(event, (cause) => this.end(cause));
      output.once(event, (cause) => this.end(cause));
    }
  }

  /** Resolves at the relay's first frame: then its sockets listen. Rejects when the stream ends before. */
  get heard(): Promise<void> {
    return this.#heard.promise;
  }

  /** A connection to what the relay knows by this name. */
  open(name: string): Channel {
    const number = this.#next;
    this.#next += 2;
    this.#write(number, frameKind.open, Buffer.from(name));
    const channel = this.#add(number);
    if (this.#over) channel.destroy();
    return channel;
  }

  /** Ends all channels and the stream. */
  end(cause?: unknown): void {
    this.#over = true;
    this.#heard.reject(cause);
    for (const channel of this.#channels.values()) channel.destroy();
    this.#out.destroy();
  }

  #add(number: number): Channel {
    const channel = new Channel((kind, payload) => this.#write(number, kind, payload));
    this.#channels.set(number, channel);
    channel.once('close', () => this.#channels.delete(number));
    return channel;
  }

  #take({ channel: number, kind, payload }: Frame): void {
    this.#heard.resolve();
    if (kind !== frameKind.open) return void this.#channels.get(number)?.receive(kind, payload);
    const accept = this.#served.get(payload.toString('latin1'));
    const full = this.#channels.has(number) || this.#channels.size >= channelCap;
    if (accept === undefined || number % 2 === 0 || full) this.#write(number, frameKind.close);
    else accept(this.#add(number));
  }

  #write(number: number, kind: Frame['kind'], payload?: Buffer): void {
    if (!this.#over && this.#out.writable) this.#out.write(encodeFrame(number, kind, payload));
  }
}
