import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { WorkerOptions } from '../worker-options.ts';

/** A worker's process under a test's control; killed with the test. */
export class StartedWorker implements AsyncDisposable {
  readonly #child;
  readonly #ended: Promise<number | null>;
  /** What it printed. */
  said = '';

  constructor(
    options: Partial<WorkerOptions> & Pick<WorkerOptions, 'url' | 'name'> & { log?: string },
    env: Record<string, string> = {},
  ) {
    const file = join(import.meta.dirname, 'worker-process.ts');
    this.#child = spawn(process.execPath, [file, JSON.stringify(options)], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#ended = once(this.#child, 'exit').then(() => this.#child.exitCode);
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.said += text;
        this.#child.emit('said');
      });
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Resolves with the exit code, or null when a signal ended it. */
  ended(): Promise<number | null> {
    return this.#ended;
  }

  /** Resolves once it printed this. */
  async saying(text: string): Promise<void> {
    while (!this.said.includes(text)) await once(this.#child, 'said');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.kill('SIGKILL');
    await this.ended();
  }
}
