import { once } from 'node:events';
import type Dockerode from 'dockerode';
import { SandboxError } from '../errors.ts';

const label = { drydock: 'bench' };
const capabilities = [
  'SYS_ADMIN',
  'NET_ADMIN',
  'SYS_PTRACE',
  'SYS_CHROOT',
  'MKNOD',
  'DAC_READ_SEARCH',
  'SYSLOG',
];
/** In a loop: an exercise stops the daemon to start it with other settings. */
const engineCommand =
  'for m in $(awk \'$3 == "cgroup" { print $2 }\' /proc/mounts); do mount -o remount,bind,rw "$m"; done; while :; do dockerd --storage-driver overlay2; done';

/** A container of the benchmark that shell scripts run in. */
export class Desk implements AsyncDisposable {
  readonly #container: Dockerode.Container;

  private constructor(container: Dockerode.Container) {
    this.#container = container;
  }

  /** Starts one that only waits. */
  static async start(
    docker: Dockerode,
    image: string,
    host: Dockerode.HostConfig,
    command = ['sleep', 'infinity'],
  ): Promise<Desk> {
    const container = await docker.createContainer({
      Image: image,
      Cmd: command,
      Labels: label,
      HostConfig: host,
    });
    await container.start();
    return new Desk(container);
  }

  /** Starts one that runs a Docker engine the usual way, with the rights that such an engine needs. */
  static startEngine(
    docker: Dockerode,
    image: string,
    binds: string[],
    { before = ':', network = 'bridge' }: { before?: string; network?: string } = {},
  ): Promise<Desk> {
    const host = {
      NetworkMode: network,
      CapAdd: capabilities,
      SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined'],
      MaskedPaths: [],
      ReadonlyPaths: [],
      CgroupnsMode: 'private',
      Binds: [...binds, '/var/lib/docker'],
    };
    return Desk.start(docker, image, host as Dockerode.HostConfig, [
      'sh',
      '-c',
      `${before}; ${engineCommand}`,
    ]);
  }

  /** Runs a shell script. Throws SandboxError with its output when it fails. */
  async sh(script: string, folder = '/'): Promise<void> {
    const exec = await this.#container.exec({
      Cmd: ['sh', '-c', script],
      WorkingDir: folder,
      Tty: true,
      AttachStdout: true,
      AttachStderr: true,
    });
    const stream = await exec.start({ Tty: true });
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    await once(stream, 'end');
    const { ExitCode } = await exec.inspect();
    if (ExitCode === 0) return;
    const output = Buffer.concat(chunks).toString('utf8').slice(-2000);
    throw benchFailed(output);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#container.remove({ force: true, v: true });
  }
}

/** A benchmark that could not be measured: no figure is better than a wrong one. */
export function benchFailed(why: string): SandboxError {
  return new SandboxError({
    code: 'BENCH_FAILED',
    message: { ko: `벤치마크를 재지 못했습니다: ${why}`, en: `The benchmark could not be measured: ${why}` },
    hint: { ko: '`drydock doctor` 를 실행하세요.', en: 'Run `drydock doctor`.' },
  });
}
