/** A pseudo-terminal with an interactive bash just started in it (`shellCommand`, `shellEnvironment`). */
export interface Terminal {
  write(data: string | Uint8Array): void;
  /** Gives every chunk the terminal shows from now on; returns how to stop. */
  onData(listener: (chunk: Buffer) => void): () => void;
  /** Resolves when the terminal is gone, with the shell or without it. */
  readonly closed: Promise<void>;
  close(): void;
}
