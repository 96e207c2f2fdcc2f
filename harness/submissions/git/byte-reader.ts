import { shown } from '../entry-path.ts';
import { HandedInTrouble } from '../handed-in-trouble.ts';

/** Reads lines and counted bytes from what git prints, in turn. */
export class ByteReader {
  readonly #chunks: AsyncIterator<unknown>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<unknown>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Up to the next newline, which is taken too; at most 4 KiB. */
  async line(): Promise<string> {
    for (let at = this.#rest.indexOf(10); ; at = this.#rest.indexOf(10)) {
      if (at >= 0) {
        const line = this.#rest.subarray(0, at).toString();
        this.#rest = this.#rest.subarray(at + 1);
        return line;
      }
      if (this.#rest.length > 4096) throw damaged('a long line');
      this.#rest = Buffer.concat([this.#rest, await this.#next()]);
    }
  }

  /** The next `count` bytes as they come; all of them have to be taken before anything else is read. */
  async *bytes(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      if (this.#rest.length === 0) this.#rest = await this.#next();
      const part = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(part.length);
      left -= part.length;
      yield part;
    }
  }

  async #next(): Promise<Buffer> {
    const { done, value } = await this.#chunks.next();
    if (done) throw damaged('its end');
    return value as Buffer;
  }
}

/** git could not give what the repository says it has. */
export function damaged(detail: string): HandedInTrouble {
  return new HandedInTrouble('GIT_BROKEN', { detail: shown(detail) });
}
