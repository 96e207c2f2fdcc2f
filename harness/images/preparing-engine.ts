import type Dockerode from 'dockerode';
import { CapturedOutput } from './captured-output.ts';
import { preparationFailed } from './image-trouble.ts';
import { createPreparingContainer, type PreparingContainerOptions } from './preparing-container.ts';
import { removed as gone, inTime, reasonOf } from './presence.ts';

export interface PreparingEngineOptions extends PreparingContainerOptions {
  signal?: AbortSignal | undefined;
}

/** What a command in the engine left. */
export interface Ran {
  exitCode: number;
  stdout: string;
  stderr: string;
}

const startTimeoutMs = 60_000;

/**
 * An engine whose data-root is the golden volume. It lives only while this process holds its stdin: a crash here
 * ends it, and Docker then removes its container, so no lock outlives its owner.
 */
export class PreparingEngine implements AsyncDisposable {
  readonly #container: Dockerode.Container;
  readonly #docker: Dockerode;
  readonly #signal: AbortSignal | undefined;

  private constructor(docker: Dockerode, container: Dockerode.Container, signal: AbortSignal | undefined) {
    this.#docker = docker;
    this.#container = container;
    this.#signal = signal;
  }

  /** Starts it and waits until its daemon answers. Returns undefined when another one of that name is at work. */
  static async start(
    docker: Dockerode,
    options: PreparingEngineOptions,
  ): Promise<PreparingEngine | undefined> {
    const container = await createPreparingContainer(docker, options);
    if (!container) return undefined;
    const engine = new PreparingEngine(docker, container, options.signal);
    try {
      await engine.#boot();
      return engine;
    } catch (error) {
      await engine[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Runs a command in the engine. Throws SandboxError when it takes longer than `timeoutMs` or the daemon fails. */
  async run(command: string[], timeoutMs = 60_000): Promise<Ran> {
    this.#signal?.throwIfAborted();
    const options = { Cmd: command, AttachStdout: true, AttachStderr: true };
    const exec = await inTime(this.#container.exec(options));
    const stream = await inTime(exec.start({ hijack: false, stdin: false }));
    const stdout = new CapturedOutput();
    const stderr = new CapturedOutput();
    this.#docker.modem.demuxStream(stream, stdout.sink, stderr.sink);
    await this.#settled(command.join(' '), timeoutMs, (done, fail) => {
      stream.on('end', done).on('error', fail);
      return () => (stream as unknown as { destroy(): void }).destroy();
    });
    const { ExitCode } = await inTime(exec.inspect());
    return { exitCode: ExitCode ?? -1, stdout: stdout.text, stderr: stderr.text };
  }

  /** As `run`, but throws SandboxError `PREPARE_COMMAND` (or `DISK_FULL`) unless the command exits with 0. */
  async succeed(command: string[], timeoutMs?: number): Promise<string> {
    const { exitCode, stdout, stderr } = await this.run(command, timeoutMs);
    if (exitCode === 0) return stdout;
    const word = command.join(' ').slice(0, 120);
    throw preparationFailed(
      'PREPARE_COMMAND',
      {
        ko: `준비 중에 실행한 \`${word}\` 명령이 ${exitCode}로 끝났습니다`,
        en: `\`${word}\` ended with ${exitCode} during preparation`,
      },
      stderr || stdout,
    );
  }

  /** Unpacks a tar stream into a folder of the engine. */
  async put(archive: NodeJS.ReadableStream | Buffer, folder: string): Promise<void> {
    this.#signal?.throwIfAborted();
    await this.succeed(['mkdir', '-p', folder]);
    try {
      await this.#container.putArchive(archive, { path: folder });
    } catch (cause) {
      throw preparationFailed(
        'PREPARE_COPY',
        { ko: '이미지를 엔진으로 옮기지 못했습니다', en: 'The image could not be carried into the engine' },
        reasonOf(cause),
        cause,
      );
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const removed = this.#container.wait({ condition: 'removed' }).catch(() => undefined);
    // AutoRemove may have been faster (404), or be at it (409).
    await gone(this.#container.remove({ force: true }));
    await inTime(removed);
  }

  async #boot(): Promise<void> {
    const stream = await inTime(
      this.#container.attach({ stream: true, stdin: true, stdout: true, stderr: true, hijack: true }),
    );
    const output = new CapturedOutput();
    this.#docker.modem.demuxStream(stream, output.sink, output.sink);
    await inTime(this.#container.start());
    await this.#settled('dockerd', startTimeoutMs, (done, fail) => {
      output.sink.on('data', () => /^ready$/m.test(output.text) && done());
      stream.on('end', () => fail(output.text)).on('error', fail);
      return () => stream.end();
    });
  }

  /** Waits for an end, a failure, the deadline or the caller's signal; `begin` gives back how to cut it short. */
  async #settled(
    what: string,
    timeoutMs: number,
    begin: (done: () => void, fail: (cause: unknown) => void) => () => void,
  ) {
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = this.#signal ? AbortSignal.any([deadline, this.#signal]) : deadline;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const cut = begin(resolve, reject);
    const abort = () => {
      cut();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    try {
      await promise;
    } catch (cause) {
      this.#signal?.throwIfAborted();
      const text = {
        ko: `준비용 엔진의 \`${what.slice(0, 120)}\` 작업이 실패했습니다`,
        en: `\`${what.slice(0, 120)}\` failed in the preparing engine`,
      };
      throw preparationFailed('PREPARE_ENGINE', text, reasonOf(cause), cause);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }
}
