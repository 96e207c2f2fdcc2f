import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { SandboxError } from '../../errors.ts';
import type { RunFolder } from '../run-folder.ts';
import { benchFiles } from './bench-files.ts';
import { carry } from './carry.ts';
import type { Multiplexer } from './multiplexer.ts';
import { startRelay } from './relay.ts';
import { mountPoints, type Transport } from './transport.ts';

/** The sockets that the engine makes in its run folder. */
const engineSockets = ['docker.sock', 'control.sock'];
/** Where the engine has what the bench sees read-only: the bench can connect to sockets there, and make none. */
const benchInEngine = '/gate';

export interface StreamsOptions {
  outer: Dockerode;
  folder: Pick<RunFolder, 'engine' | 'bench'>;
  /** Name for the volume with the bench's files. */
  volume: string;
  /** Its size in bytes. */
  volumeBytes: number;
  labels: Record<string, string>;
}

/**
 * For an engine that does not see this machine's files, as Docker Desktop or one on another machine: a relay in the
 * engine's container carries all connections over one attached stream. The run folder looks the same as ever.
 */
export class Streams implements Transport {
  readonly engineBinds: readonly string[];
  readonly benchBinds: readonly string[];
  readonly #options: StreamsOptions;
  readonly #servers: Server[] = [];
  readonly #joined = Promise.withResolvers<Multiplexer>();
  #engineId = '';

  private constructor(options: StreamsOptions) {
    this.#options = options;
    this.engineBinds = [`${options.volume}:${benchInEngine}:nocopy`];
    this.benchBinds = [`${options.volume}:${mountPoints.bench}:ro,nocopy`];
    this.#joined.promise.catch(() => undefined);
  }

  /** Makes the volume, and listens in place of the engine's sockets: connections wait until it has joined. */
  static async open(options: StreamsOptions): Promise<Streams> {
    const streams = new Streams(options);
    await options.outer.createVolume({
      Name: options.volume,
      Labels: options.labels,
      Driver: 'local',
      DriverOpts: { type: 'tmpfs', device: 'tmpfs', o: `size=${options.volumeBytes},nosuid,nodev,mode=755` },
    });
    await Promise.all(engineSockets.map((name) => streams.#standIn(name)));
    return streams;
  }

  async join(engineId: string): Promise<void> {
    const { outer, folder } = this.#options;
    this.#engineId = engineId;
    try {
      const [engine, bench] = await Promise.all([socketsIn(folder.engine), socketsIn(folder.bench)]);
      const served = [
        ...engine
          .filter((name) => !engineSockets.includes(name))
          .map((name) => [join(mountPoints.engine, name), join(folder.engine, name)] as const),
        ...bench.map((name) => [join(benchInEngine, name), join(folder.bench, name)] as const),
      ];
      const relay = await startRelay({
        outer,
        engineId,
        dial: Object.fromEntries(engineSockets.map((name) => [name, join(mountPoints.engine, name)])),
        served: new Map(
          served.map(([there, path]) => [
            there,
            (channel) => carry(connect({ path, allowHalfOpen: true }), channel),
          ]),
        ),
      });
      this.#joined.resolve(relay);
    } catch (cause) {
      this.#joined.reject(cause);
      throw noRelay(cause);
    }
  }

  async deliver(): Promise<void> {
    const { outer, folder } = this.#options;
    const archive = await benchFiles(folder.bench);
    await outer.getContainer(this.#engineId).putArchive(archive, { path: benchInEngine });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#joined.reject(undefined);
    for (const server of this.#servers) server.close();
    await this.#joined.promise.then(
      (relay) => relay.end(),
      () => undefined,
    );
    await this.#options.outer.getVolume(this.#options.volume).remove({ force: true });
  }

  async #standIn(name: string): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (socket: Socket) => {
      socket.on('error', () => undefined);
      this.#joined.promise.then(
        (relay) => carry(socket, relay.open(name)),
        () => socket.destroy(),
      );
    });
    this.#servers.push(server);
    server.listen(join(this.#options.folder.engine, name));
    await once(server, 'listening');
  }
}

async function socketsIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isSocket()).map(({ name }) => name);
}

function noRelay(cause: unknown): SandboxError {
  return new SandboxError({
    code: 'TRANSPORT_RELAY',
    message: {
      ko: '샌드박스의 엔진과 이어 주는 연결을 만들지 못했습니다.',
      en: 'No connection to the sandbox’s engine could be made.',
    },
    hint: {
      ko: '도커가 `docker exec -i` 로 표준 입력을 전하는지 `drydock doctor` 와 함께 확인하세요.',
      en: 'See with `drydock doctor` which engine is in use; `docker exec -i` must work with it.',
    },
    cause,
  });
}
