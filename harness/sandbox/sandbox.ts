import { within } from '../deadline.ts';
import type { Daemon, Image } from '../docker/index.ts';
import { TroubleError } from '../errors.ts';
import type { Evidence } from '../result.ts';
import { aftermath, type Stopped, spaceOf } from './aftermath/index.ts';
import { laySubmission, type WorkspaceFile } from './bench/index.ts';
import { controlAnswer } from './engine/index.ts';
import { engineShell } from './engine-shell.ts';
import { EngineWatch } from './engine-watch.ts';
import { withBlame, withLines } from './evidence/index.ts';
import { outerAnswer } from './outer-hangs.ts';
import { type Parts, type SandboxOptions, startParts } from './parts.ts';
import { PortsSettled } from './ports-settled.ts';
import { type ReplayExit, type ReplayLimits, replay } from './replay/index.ts';
import { leftError, lostError, startError } from './sandbox-trouble.ts';
import { terminalOf } from './terminal.ts';

/** What a replay left behind. */
export interface Replayed {
  evidence: Pick<Evidence, 'commands' | 'calls' | 'events' | 'hostCalls' | 'remarks'>;
  durationMs: number;
  /** When it began, in milliseconds since the epoch: what the evidence's times count from. */
  origin: number;
  exit: ReplayExit;
  /** Set when a limit took the engine down: there is nothing left to check. */
  stopped: Stopped | null;
}

const readCapBytes = 1024 * 1024;
const readTimeoutMs = 5000;
/** How long the outer daemon may take to remove a sandbox; its own patience with a container is 10 s. */
const removalMs = 60_000;
/** The control script's word before a file's bytes. */
const found = Buffer.from('found\n');

/** One submission's engine, bench, gate and workspace; all of it is gone when it is disposed of. */
export class Sandbox implements AsyncDisposable {
  /** The student's daemon, for checks. */
  readonly daemon: Daemon;
  /** Resolves with the engine's version when it answers; rejects with SandboxError. */
  readonly ready: Promise<string>;
  /** The images the engine began with, by name, as they were before the student's first command. */
  readonly given: Promise<Readonly<Record<string, Image>>>;
  /** The bench's container on the outer daemon. */
  readonly benchId: string;
  readonly #parts: Parts;
  readonly #stack: AsyncDisposableStack;

  private constructor(parts: Parts, stack: AsyncDisposableStack) {
    this.daemon = parts.daemon;
    this.ready = parts.ready;
    this.given = parts.given;
    this.benchId = parts.bench.containerId;
    this.#parts = parts;
    this.#stack = stack;
  }

  /** Starts all four; the engine may still boot when it returns (see `ready`). Throws SandboxError, leaves nothing then. */
  static async start(options: SandboxOptions): Promise<Sandbox> {
    const stack = new AsyncDisposableStack();
    // Once it has moved on there is nothing in it.
    await using _made = { [Symbol.asyncDispose]: () => removed(stack) };
    try {
      const parts = await startParts(options, stack);
      if (options.files) await lay(parts, options.files);
      return new Sandbox(parts, stack.move());
    } catch (thrown) {
      if (thrown instanceof TroubleError || options.signal.aborted) throw thrown;
      throw startError(thrown);
    }
  }

  /** Gives a sandbox that stands by its submission: once, before the replay. */
  lay(files: readonly WorkspaceFile[]): Promise<void> {
    return lay(this.#parts, files);
  }

  /**
   * Types the script into the student's terminal and gives what happened. It may begin while the engine still boots:
   * the gate keeps what the first commands ask until it answers. Afterwards terminal and gate are gone, with
   * all background jobs. Throws SandboxError when the engine is lost.
   */
  async replay(
    script: string,
    limits: ReplayLimits,
    signal: AbortSignal,
    onLine: (line: number | null) => void,
  ): Promise<Replayed> {
    const { engine, bench, gate, host, gateway, events, clock, nonce, outer } = this.#parts;
    using watch = new EngineWatch(engine.docker, this.ready);
    const settled = new PortsSettled(engine, this.daemon, this.#parts.patience);
    const unlisten = gate.onCall((call) => settled.note(call));
    const spaceBefore = this.ready.then(() => spaceOf(engine));
    spaceBefore.catch(() => undefined);
    clock.begin();
    try {
      const { commands, jobs, remarks, exit } = await replay({
        script,
        terminal: terminalOf(bench.terminal),
        nonce,
        streams: () => gate.openStreams(),
        processes: () => bench.processes(),
        closeStream: (id) => gate.closeStream(id),
        settled: (stop) => settled.wait(stop),
        now: () => clock.now(),
        onLine: (line) => {
          clock.line = line;
          onLine(line);
        },
        limits,
        signal: AbortSignal.any([signal, watch.lost]),
      });
      const durationMs = clock.now();
      await this.ready;
      await host.idle();
      const { stopped, remarks: limitRemarks } = await aftermath({
        ...{ outer, engine, benchId: this.benchId, limits: this.#parts.limits },
        ...{ gate, spaceBefore, daemon: this.daemon, daemonDown: host.daemonDown !== undefined },
        ...{ exit, origin: clock.origin, commands, calls: gate.calls },
        oomEvents: () => events.oomsUpToNow(clock.origin),
      });
      // What the checks look at is what the script left: nothing that it started beside the engine acts any longer.
      await Promise.all([gate.close(), bench.end()]);
      gateway?.requireMirrors();
      const happened = withLines(await events.upToNow(clock.origin), commands);
      const seen = { commands, calls: [...gate.calls], events: happened, hostCalls: [...host.calls] };
      return {
        evidence: {
          ...withBlame(seen, jobs),
          remarks: [...remarks, ...limitRemarks, ...(gateway?.remarks ?? [])],
        },
        durationMs,
        origin: clock.origin,
        exit,
        stopped,
      };
    } catch (thrown) {
      if (thrown instanceof TroubleError || signal.aborted) throw thrown;
      throw lostError(thrown);
    } finally {
      clock.line = null;
      unlisten();
    }
  }

  /** A regular file of the workspace as it is now, at most 1 MiB of it; links are not followed. */
  async readWorkspace(path: string): Promise<Buffer | undefined> {
    if (/[\n\0]|(^|\/)\.\.(\/|$)/.test(path)) return undefined;
    const socket = await this.#parts.engine.control(`read ${readCapBytes} ${path}`);
    const answer = await controlAnswer(socket, readCapBytes + found.length, readTimeoutMs);
    return answer.subarray(0, found.length).equals(found) ? answer.subarray(found.length) : undefined;
  }

  /** Runs a shell script beside the engine's daemon; see `engineShell`. For checks, once the replay is over. */
  shell(script: string): Promise<string> {
    return engineShell((request) => this.#parts.engine.control(request), script, this.#parts.patience);
  }

  /** Removes everything. Throws SandboxError `SANDBOX_LEFT` when the outer daemon does not let go of something. */
  async [Symbol.asyncDispose](): Promise<void> {
    await removed(this.#stack);
  }
}

async function removed(stack: AsyncDisposableStack): Promise<void> {
  const late = () => new RangeError(`not within ${removalMs} ms`);
  await within(removalMs, stack.disposeAsync(), late).catch(leftError);
}

async function lay(
  { benchFolder, bench, limits, transport }: Parts,
  files: readonly WorkspaceFile[],
): Promise<void> {
  await laySubmission(benchFolder, files);
  await outerAnswer(limits.startMs, transport.deliver());
  bench.begin();
}
