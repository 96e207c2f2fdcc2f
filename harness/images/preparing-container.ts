import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { inTime, statusOf } from './presence.ts';
import { recipesFolder } from './recipe.ts';

export interface PreparingContainerOptions {
  image: string;
  /** Created when it is not there yet. */
  volume: string;
  volumeLabels: Record<string, string>;
  /** Two of one name cannot live at once: the name is the lock. */
  name: string;
  registryMirror?: string | undefined;
}

/** What a package manager's way out may be named by, here as in a build. */
export const proxyVariables = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
];

/** Creates the container of a preparing engine; undefined when another one of its name is there. */
export async function createPreparingContainer(
  docker: Dockerode,
  options: PreparingContainerOptions,
): Promise<Dockerode.Container | undefined> {
  const { image, name, registryMirror, volume } = options;
  const script = readFileSync(join(recipesFolder, 'engine', 'prepare.sh'), 'utf8');
  const mirror = registryMirror
    ? [`--registry-mirror=${registryMirror}`, `--insecure-registry=${new URL(registryMirror).host}`]
    : [];
  const labelled = { Labels: options.volumeLabels } as Dockerode.MountSettings['VolumeOptions'] & object;
  try {
    const created = docker.createContainer({
      name,
      Image: image,
      Cmd: ['sh', '-c', script, 'prepare', ...mirror],
      Env: proxyVariables.flatMap((key) => (process.env[key] ? [`${key}=${process.env[key]}`] : [])),
      Labels: { drydock: 'prepare' },
      AttachStdin: true,
      OpenStdin: true,
      StdinOnce: true,
      HostConfig: {
        AutoRemove: true,
        // Created with its container, so that no sweep ever finds it unused.
        Mounts: [{ Type: 'volume', Source: volume, Target: '/golden', VolumeOptions: labelled }],
        // Not --privileged: that needs capabilities which a container's own Docker host may lack. And not NET_ADMIN:
        // a dockerd without a bridge removes docker0 when it starts (seen with 26.1), which here is the outer engine's.
        CapAdd: ['SYS_ADMIN', 'SYS_PTRACE', 'SYS_CHROOT', 'MKNOD', 'DAC_READ_SEARCH', 'SYSLOG'],
        SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined'],
        MaskedPaths: [],
        ReadonlyPaths: [],
        CgroupnsMode: 'private',
        NetworkMode: 'host',
        PidsLimit: 1500,
        Tmpfs: { '/run': 'exec,size=64m' },
      } as Dockerode.HostConfig & { CgroupnsMode: string },
    });
    return await inTime(created);
  } catch (error) {
    if (statusOf(error) === 409) return undefined;
    throw error;
  }
}
