import { PassThrough } from 'node:stream';

const capBytes = 4 * 2 ** 20;

/** What a stream of a command wrote, up to 4 MiB; the rest is read and dropped, so that the command can go on. */
export class CapturedOutput {
  readonly sink: PassThrough = new PassThrough();
  readonly #chunks: Buffer[] = [];
  #size = 0;

  constructor() {
    this.sink.on('data', (chunk: Buffer) => {
      if (this.#size < capBytes) this.#chunks.push(chunk);
      this.#size += chunk.length;
    });
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }
}
