/** How much may be out at once: so many jobs as keep the workers busy, and so many bytes as Redis can well hold. */
export class Window {
  readonly #least: number;
  readonly #mostBytes: number;
  readonly #out = new Map<string, number>();
  #most: number;
  #rung = Promise.withResolvers<void>();

  constructor(least: number, mostBytes: number) {
    this.#least = least;
    this.#most = least;
    this.#mostBytes = mostBytes;
  }

  /** Twice the workers' slots: each finds its next job waiting, and no more lies about. */
  fitTo(slots: number): void {
    this.#most = Math.max(this.#least, 2 * slots);
    this.#ring();
  }

  add(id: string, bytes: number): void {
    this.#out.set(id, bytes);
  }

  remove(id: string): void {
    this.#out.delete(id);
    this.#ring();
  }

  /** Resolves when one more may go out. */
  async room(): Promise<void> {
    while (this.#isFull()) await this.#rung.promise;
  }

  /** Resolves when nothing is out. */
  async empty(): Promise<void> {
    while (this.#out.size > 0) await this.#rung.promise;
  }

  #isFull(): boolean {
    let bytes = 0;
    for (const each of this.#out.values()) bytes += each;
    return this.#out.size >= this.#most || bytes >= this.#mostBytes;
  }

  #ring(): void {
    this.#rung.resolve();
    this.#rung = Promise.withResolvers();
  }
}
