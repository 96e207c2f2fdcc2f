/** Ends all that is awaited through it as soon as something failed, and keeps the first thing thrown. */
export class Breaker {
  readonly #waiting = new Set<(thrown: unknown) => void>();
  #failure: { thrown: unknown } | undefined;

  trip(thrown: unknown): void {
    this.#failure ??= { thrown };
    for (const reject of this.#waiting) reject(this.#failure.thrown);
    this.#waiting.clear();
  }

  /** The promise's value; throws what tripped the breaker, even when the promise never ends. */
  async guard<T>(promise: Promise<T>): Promise<T> {
    promise.catch(() => undefined);
    if (this.#failure) throw this.#failure.thrown;
    const { promise: guarded, resolve, reject } = Promise.withResolvers<T>();
    this.#waiting.add(reject);
    promise.then(resolve, reject);
    try {
      return await guarded;
    } finally {
      this.#waiting.delete(reject);
    }
  }
}
