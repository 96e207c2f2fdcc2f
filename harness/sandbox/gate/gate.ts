import { once } from 'node:events';
import { chmod, rm, stat } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { SandboxError } from '../../errors.ts';
import type { ApiCall } from '../../result.ts';
import type { OpenStream } from './call.ts';
import { defaultGateLimits, type GateLimits } from './limits.ts';
import { Recorder } from './recorder.ts';
import { gateServer } from './server.ts';

export interface GateOptions {
  /** Where the student's docker finds its daemon. Created, open to every user, removed on dispose. */
  socketPath: string;
  enginePath: string;
  /** Requests wait for it, as the engine boots while the student's shell starts. Rejected: they get a 502. */
  ready: Promise<void>;
  /** Milliseconds since the replay began. */
  now: () => number;
  /** The script line that is being typed. */
  line: () => number | null;
  limits?: Partial<GateLimits>;
}

/**
 * The security boundary: an allow-list firewall for the Docker Engine API between student code and one engine, and the
 * record of what was asked. It parses, checks and writes anew everything it passes on; what it does not know is refused.
 */
export class Gate implements AsyncDisposable {
  readonly #server: Server;
  readonly #recorder: Recorder;
  readonly #sockets: Set<Socket>;
  readonly #socketPath: string;
  #closed: Promise<void> | undefined;

  private constructor(server: Server, recorder: Recorder, sockets: Set<Socket>, socketPath: string) {
    this.#server = server;
    this.#recorder = recorder;
    this.#sockets = sockets;
    this.#socketPath = socketPath;
  }

  /** Starts listening. Throws SandboxError when the socket cannot be made. */
  static async listen(options: GateOptions): Promise<Gate> {
    const limits = { ...defaultGateLimits, ...options.limits };
    const recorder = new Recorder(options.now, options.line, limits);
    options.ready.catch(() => undefined);
    const server = gateServer({ enginePath: options.enginePath, ready: options.ready, limits, recorder });
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    try {
      await rm(options.socketPath, { force: true });
      server.listen(options.socketPath);
      await once(server, 'listening');
      await chmod(options.socketPath, 0o666);
    } catch (cause) {
      server.close();
      throw new SandboxError({
        code: 'GATE_SOCKET',
        message: {
          ko: `Docker API 게이트가 ${options.socketPath} 소켓을 열지 못했습니다.`,
          en: `The Docker API gate could not open the socket ${options.socketPath}.`,
        },
        hint: {
          ko: '경로가 107바이트보다 짧고 쓸 수 있는 폴더인지 `ls -ld` 명령으로 확인하세요.',
          en: 'Check with `ls -ld` that the folder is writable; the path must be shorter than 107 bytes.',
        },
        cause,
      });
    }
    return new Gate(server, recorder, sockets, options.socketPath);
  }

  /** Whether student code finds it: something else on the machine may have removed its socket. */
  async isReachable(): Promise<boolean> {
    const there = await stat(this.#socketPath).catch(() => undefined);
    return there?.isSocket() ?? false;
  }

  /** What was asked, in the order of asking; a call that is still open has no duration. */
  get calls(): readonly ApiCall[] {
    return this.#recorder.calls;
  }

  /** How many calls came after the record was full. */
  get droppedCalls(): number {
    return this.#recorder.dropped;
  }

  /** Calls that have not been answered whole. */
  openStreams(): OpenStream[] {
    return this.#recorder.openStreams();
  }

  /** Ends the student's side and the engine's side of an open call. */
  closeStream(callId: number): void {
    this.#recorder.close(callId);
  }

  /** Calls the listener whenever a call is over, refused ones too. Gives the way to stop that. */
  onCall(listener: (call: ApiCall) => void): () => void {
    return this.#recorder.onCall(listener);
  }

  /** Serves nobody any more: cuts every connection and removes the socket. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
    await rm(this.#socketPath, { force: true });
  }
}
