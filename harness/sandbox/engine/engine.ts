import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Dockerode from 'dockerode';
import { within } from '../../deadline.ts';
import type { SandboxLimits } from '../limits.ts';
import { forwarder } from '../packages/index.ts';
import { bootError } from './boot-error.ts';
import { control, controlAnswer } from './control.ts';
import { daemonSettings } from './daemon-settings.ts';
import type { EngineImages } from './engine-images.ts';
import { OwnConnections } from './own-connections.ts';
import { pingedVersion } from './pinged-version.ts';

/** The course's host, as its exercises type it; it answers on the engine's loopback. */
export const courseHost = '192.168.56.101';

const capabilities = [
  'SYS_ADMIN',
  'NET_ADMIN',
  'SYS_PTRACE',
  'SYS_CHROOT',
  'MKNOD',
  'DAC_READ_SEARCH',
  'SYSLOG',
];
const probePauseMs = 5;
/** A daemon that took the request and hangs is asked again after so long. */
const probeMs = 5000;
const thawTimeoutMs = 2000;
const listingCapBytes = 1024 * 1024;
const listingTimeoutMs = 10_000;

export interface EngineOptions {
  images: EngineImages;
  /** Folder of this machine where the engine's sockets can be reached. */
  folder: string;
  /** What it mounts so that they can. */
  binds: readonly string[];
  workspaceVolume: string;
  labels: Record<string, string>;
  limits: SandboxLimits;
  /** The outer daemon's runtime to isolate the engine with; its default when left out. */
  runtime?: string;
  /** Whether builds find a forwarder to the run folder's packages.sock. */
  packages: boolean;
  created: (id: string) => void;
}

/** A Docker engine of its own for one submission: its containerd and dockerd run in one container. */
export class Engine {
  readonly containerId: string;
  /** The engine's own API, not through the gate. */
  readonly docker: Dockerode;
  readonly #folder: string;

  private constructor(containerId: string, folder: string) {
    this.containerId = containerId;
    this.#folder = folder;
    // dockerode takes an agent; its types do not say so.
    const own: Dockerode.DockerOptions & { agent: OwnConnections } = {
      socketPath: join(folder, 'docker.sock'),
      agent: new OwnConnections(),
    };
    this.docker = new Dockerode(own);
  }

  /** Starts the container; its daemon is ready when `ready` says so. Throws what Testcontainers throws. */
  static async start(options: EngineOptions): Promise<Engine> {
    const [entry, controlScript, daemonScript, hostScript, memoryScript] = await Promise.all(
      ['entry.sh', 'control.sh', 'daemon.sh', 'host.sh', 'memory.sh'].map(script),
    );
    const { images, limits } = options;
    const memory = limits.engineMemoryBytes + limits.engineOwnMemoryBytes;
    // Testcontainers takes 0.1 s to load: most of that in `askAhead`, while the daemon answers.
    const { startOuterContainer } = await import('../outer-container.ts');
    const started = await startOuterContainer({
      image: images.engineImage,
      // From the environment, so that what `ps` and `lsns` show the student is no page of script.
      command: ['sh', '-c', 'eval "$DRYDOCK_ENTRY"'],
      labels: options.labels,
      environment: {
        DRYDOCK_PLANS: images.plans.join(' '),
        DRYDOCK_REPOSITORIES: JSON.stringify(images.repositories),
        DRYDOCK_GID: String(process.getgid?.() ?? 0),
        DRYDOCK_HOST_ADDRESS: courseHost,
        ...(options.packages ? { DRYDOCK_PACKAGE_PROXY: `${forwarder.address}:${forwarder.port}` } : {}),
        DRYDOCK_ENTRY: entry ?? '',
        DRYDOCK_CONTROL: controlScript ?? '',
        DRYDOCK_DAEMON: daemonScript ?? '',
        DRYDOCK_HOST: hostScript ?? '',
        DRYDOCK_MEMORY: memoryScript ?? '',
        DRYDOCK_CONTAINERS_BYTES: String(limits.engineMemoryBytes),
        DRYDOCK_DAEMON_JSON: JSON.stringify(daemonSettings),
      },
      create: { Hostname: 'engine' },
      host: {
        ...(options.runtime === undefined ? {} : { Runtime: options.runtime }),
        NetworkMode: 'none',
        CapAdd: capabilities,
        // `systempaths=unconfined` is the CLI's word for empty MaskedPaths and ReadonlyPaths; the API refuses it.
        SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined'],
        MaskedPaths: [],
        ReadonlyPaths: [],
        CgroupnsMode: 'private',
        Memory: memory,
        MemorySwap: memory,
        PidsLimit: limits.enginePids,
        Tmpfs: { '/var/lib/docker': `size=${limits.engineDiskBytes},exec,mode=711`, '/run': 'exec,size=64m' },
        Binds: [
          ...options.binds,
          `${images.volume}:/golden:ro,nocopy`,
          `${options.workspaceVolume}:/workspace:nocopy`,
        ],
        LogConfig: { Type: 'json-file', Config: { 'max-size': '1m', 'max-file': '1' } },
      },
      startMs: limits.startMs,
      created: async (id) => options.created(id),
    });
    return new Engine(started.getId(), options.folder);
  }

  /**
   * Waits for the engine's first answer and gives its version. Throws SandboxError `ENGINE_BOOT` when the container
   * ended or `bootMs` is over, with the last lines of its log as the cause.
   */
  async ready(outer: Dockerode, bootMs: number, signal: AbortSignal): Promise<string> {
    const deadline = Date.now() + bootMs;
    for (let probes = 1; ; probes += 1) {
      signal.throwIfAborted();
      const version = await this.#version();
      if (version) return version;
      const ended = probes % 50 === 0 && !(await this.isRunning(outer));
      if (ended || Date.now() > deadline)
        throw await bootError(outer.getContainer(this.containerId), ended, bootMs);
      await sleep(probePauseMs);
    }
  }

  /** The daemon's version; undefined while there is none. A request where no socket is yet costs far more than a look. */
  async #version(): Promise<string | undefined> {
    if (!existsSync(join(this.#folder, 'docker.sock'))) return undefined;
    const asked = within(probeMs, pingedVersion(this.docker), () => new RangeError('no answer'));
    return asked.catch(() => undefined);
  }

  /** Whether the engine's container still runs; a daemon that does not answer counts as no. */
  async isRunning(outer: Dockerode): Promise<boolean> {
    const inspected = outer.getContainer(this.containerId).inspect();
    const info = await within(probeMs, inspected, () => new RangeError('no answer')).catch(() => undefined);
    return info?.State.Running ?? false;
  }

  /** Asks the engine's control script for something; the stream is its answer. */
  control(request: string) {
    return control(join(this.#folder, 'control.sock'), request);
  }

  /** What a folder of the layer storage holds: see `layer` in control.sh. Empty when there is no such folder. */
  async listLayer(directory: string): Promise<Buffer> {
    const socket = await this.control(`layer ${directory} ${listingCapBytes}`);
    return controlAnswer(socket, listingCapBytes, listingTimeoutMs);
  }

  /** The files of a container's json-file log: see `logs` in control.sh. Empty when there is no such container. */
  async listLogs(containerId: string): Promise<Buffer> {
    const socket = await this.control(`logs ${containerId} ${listingCapBytes}`);
    return controlAnswer(socket, listingCapBytes, listingTimeoutMs);
  }

  /**
   * Lets paused containers go on, so that the engine can be removed: with `docker pause` on cgroup v1 their processes
   * do not die of SIGKILL, and the outer daemon gives up after 10 s (seen on Docker 20.10).
   */
  async thaw(): Promise<void> {
    await controlAnswer(await this.control('thaw'), 1024, thawTimeoutMs);
  }
}

function script(name: string): Promise<string> {
  return readFile(join(import.meta.dirname, name), 'utf8');
}
