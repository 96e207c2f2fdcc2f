import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Dockerode from 'dockerode';
import { ownLabel } from '../../harness/sandbox/index.ts';

/** As the sandbox's own engine has them; an engine in an engine can hand on no more than it got. */
const capabilities = [
  'SYS_ADMIN',
  'NET_ADMIN',
  'SYS_PTRACE',
  'SYS_CHROOT',
  'MKNOD',
  'DAC_READ_SEARCH',
  'SYSLOG',
];
const startTimeoutMs = 60_000;

/** A Docker machine in a container: an outer engine that is not the host's. Gone with its images when disposed of. */
export class OuterEngine implements AsyncDisposable {
  /** As DOCKER_HOST has it. */
  readonly host: string;
  readonly docker: Dockerode;
  readonly #container: Dockerode.Container;

  private constructor(container: Dockerode.Container, socketPath: string) {
    this.host = `unix://${socketPath}`;
    this.docker = new Dockerode({ socketPath });
    this.#container = container;
  }

  /** Starts it with its socket in `folder` and this daemon.json. Rejects when it does not answer within a minute. */
  static async start(
    docker: Dockerode,
    { image, folder, settings }: { image: string; folder: string; settings: object },
  ): Promise<OuterEngine> {
    const script = await readFile(join(import.meta.dirname, 'outer.sh'), 'utf8');
    const container = await docker.createContainer({
      Image: image,
      Cmd: ['tini', '--', 'sh', '-c', script, 'outer', JSON.stringify(settings)],
      Labels: { [ownLabel]: 'test' },
      Volumes: { '/var/lib/docker': {} },
      HostConfig: {
        NetworkMode: 'none',
        CapAdd: capabilities,
        SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined'],
        MaskedPaths: [],
        ReadonlyPaths: [],
        Binds: [`${folder}:/outer`],
        Tmpfs: { '/run': 'exec,size=64m' },
        CgroupnsMode: 'private',
      } as Dockerode.HostConfig,
    });
    const engine = new OuterEngine(container, join(folder, 'docker.sock'));
    try {
      await container.start();
      await engine.#answers();
      return engine;
    } catch (thrown) {
      process.stderr.write((await container.logs({ stdout: true, stderr: true, tail: 30 })).toString());
      await engine[Symbol.asyncDispose]();
      throw thrown;
    }
  }

  /** Restarts the machine's daemon as an operator would: what it ran has ended when it answers again. */
  async restart(): Promise<void> {
    await this.#container.restart({ t: 10 });
    await this.#answers();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#container.remove({ force: true, v: true });
  }

  async #answers(): Promise<void> {
    const deadline = AbortSignal.timeout(startTimeoutMs);
    while (!(await this.docker.ping().catch(() => undefined))) {
      await sleep(100, undefined, { signal: deadline });
    }
  }
}
