import type { Duplex } from 'node:stream';
import type Dockerode from 'dockerode';
import { within } from '../../deadline.ts';
import { SandboxError } from '../../errors.ts';
import type { SandboxLimits } from '../limits.ts';
import type { TerminalProcess } from '../replay/index.ts';
import { benchPaths } from './fill.ts';
import { processesOn } from './processes.ts';

export interface BenchOptions {
  outer: Dockerode;
  image: string;
  /** Container whose network the bench shares, so that `localhost` reaches published ports. */
  engineId: string;
  /** Resolves when that container runs: only then can its network be joined. */
  engineStarted: Promise<unknown>;
  /** What it mounts to find the gate's socket and the submission at /drydock, read-only. */
  binds: readonly string[];
  workspaceVolume: string;
  /** The shell to run on the terminal, with its environment. */
  shell: { command: string[]; environment: string[] };
  labels: Record<string, string>;
  limits: SandboxLimits;
}

/** The outer daemon must not take the student's Ctrl-P Ctrl-Q for its own: keys that nothing ever sends detach it. */
const neverPressed = Array(8).fill('ctrl-^,ctrl-_').join(',');

/** Waits to be told, unpacks submission and Docker settings, then becomes the student's shell. Argument 0 is the shell. */
const startScript = `read -r begin || exit
tar -x -f /drydock/submission.tar -C /workspace || exit
[ ! -f /drydock/docker-config.json ] || install -D -m 600 /drydock/docker-config.json "$HOME/.docker/config.json"
chmod 555 /etc/docker
ln -s ${benchPaths.gate} /run/docker.sock
exec perl /drydock/under-filter.pl /drydock/seccomp.bpf "$0" "$@"`;

/** The terminal's own folders. The course works in its home, and exports containers there. */
export const benchDisks = { tmpBytes: 64 * 2 ** 20, homeBytes: 384 * 2 ** 20 };

/** How long the outer daemon may take to end the terminal. */
const endMs = 15_000;

/** The student's terminal: an unprivileged container that reaches the engine through the gate alone. */
export class Bench {
  readonly containerId: string;
  readonly terminal: Duplex;
  readonly #outer: Dockerode;

  private constructor(outer: Dockerode, containerId: string, terminal: Duplex) {
    this.#outer = outer;
    this.containerId = containerId;
    this.terminal = terminal;
  }

  /** Creates it, attaches to its terminal, and starts it once the engine's container runs. */
  static async start(options: BenchOptions): Promise<Bench> {
    const terminal = Promise.withResolvers<Duplex>();
    const { startOuterContainer } = await import('../outer-container.ts');
    const started = await startOuterContainer({
      image: options.image,
      command: ['tini', '-g', '--', 'sh', '-c', startScript, ...options.shell.command],
      labels: options.labels,
      environment: Object.fromEntries(
        options.shell.environment.map((entry) => [
          entry.split('=', 1)[0] ?? '',
          entry.slice(entry.indexOf('=') + 1),
        ]),
      ),
      create: {
        User: '1000:1000',
        WorkingDir: '/workspace',
        Tty: true,
        OpenStdin: true,
        StdinOnce: false,
        AttachStdin: true,
        AttachStdout: true,
        AttachStderr: true,
      },
      host: hostConfig(options),
      startMs: options.limits.startMs,
      created: async (id) => {
        const container = options.outer.getContainer(id);
        terminal.resolve(
          (await container.attach({
            stream: true,
            stdin: true,
            stdout: true,
            stderr: true,
            hijack: true,
            detachKeys: neverPressed,
          })) as Duplex,
        );
        await options.engineStarted;
      },
    });
    return new Bench(options.outer, started.getId(), await terminal.promise);
  }

  /** Lets it unpack the submission that lies in its folder now, and start the student's shell. */
  begin(): void {
    this.terminal.write('\n');
  }

  /** What runs on its terminal; undefined when that cannot be told. */
  processes(): Promise<readonly TerminalProcess[] | undefined> {
    return processesOn(this.#outer, this.containerId);
  }

  /** Ends everything that was started in it. Throws SandboxError when the outer daemon cannot say that it has ended. */
  async end(): Promise<void> {
    const killed = this.#outer.getContainer(this.containerId).kill();
    await within(endMs, killed, () => new RangeError(`no answer within ${endMs} ms`)).catch((cause) => {
      // 404: it is gone, 409: it has ended.
      if (![404, 409].includes(cause?.statusCode)) throw stillRuns(cause);
    });
  }
}

function hostConfig({ engineId, binds, workspaceVolume, limits }: BenchOptions): Dockerode.HostConfig {
  return {
    NetworkMode: `container:${engineId}`,
    CapDrop: ['ALL'],
    SecurityOpt: ['no-new-privileges'],
    ReadonlyRootfs: true,
    Memory: limits.benchMemoryBytes,
    MemorySwap: limits.benchMemoryBytes,
    PidsLimit: limits.benchPids,
    Ulimits: [
      { Name: 'nofile', Soft: 4096, Hard: 4096 },
      { Name: 'core', Soft: 0, Hard: 0 },
    ],
    Tmpfs: {
      '/tmp': `size=${benchDisks.tmpBytes},nr_inodes=10k,mode=1777,nosuid,nodev`,
      // As on any machine: root's alone. The machine shows it to sudo (see host/).
      '/var/lib/docker': 'size=4k,mode=710,nosuid,nodev',
      // For docker.sock, where curl and a docker without DOCKER_HOST look for it.
      '/run': 'size=64k,nr_inodes=16,uid=1000,gid=1000,mode=755,nosuid,nodev,noexec',
      // Not writable until sudo opens it; the daemon gets daemon.json when it starts.
      '/etc/docker': 'size=1m,nr_inodes=64,uid=1000,gid=1000,mode=755,nosuid,nodev',
      '/home/student': `size=${benchDisks.homeBytes},nr_inodes=10k,uid=1000,gid=1000,mode=755,nosuid,nodev`,
    },
    Binds: [...binds, `${workspaceVolume}:/workspace:nocopy`],
    // Attached streams work without a log; one would only be a way to fill the outer daemon's disk.
    LogConfig: { Type: 'none', Config: {} },
  };
}

function stillRuns(cause: unknown): SandboxError {
  return new SandboxError({
    code: 'BENCH_STILL_RUNS',
    message: {
      ko: '제출물의 터미널을 끝내지 못해서 채점하지 않았습니다.',
      en: 'The submission’s terminal could not be ended, so nothing was graded.',
    },
    hint: {
      ko: '제출물의 잘못이 아닙니다. `drydock doctor` 로 이 컴퓨터를 확인하세요.',
      en: 'This is not the submission’s fault. Check this machine with `drydock doctor`.',
    },
    cause,
  });
}
