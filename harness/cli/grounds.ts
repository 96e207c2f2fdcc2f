import type Dockerode from 'dockerode';
import type { GoldenStore } from '../images/index.ts';
import { chooseReaper, packageHosts, sweep } from '../sandbox/index.ts';
import type { CommandContext } from './command-context.ts';
import { goldenStore } from './golden.ts';
import type { Progress } from './progress.ts';
import { chooseRuntime } from './runtime.ts';

/** What all sandboxes of a command of authors stand on. */
export interface Grounds {
  readonly docker: Dockerode;
  readonly golden: GoldenStore;
  readonly packageHosts: string;
  readonly runtime?: string;
}

/** Sweeps what a crash left, and makes the images ready. Throws UsageError for a runtime or a host that cannot be. */
export async function prepareGrounds(
  { env, signal }: CommandContext,
  options: {
    docker: Dockerode;
    images: readonly string[];
    progress: Progress;
    prepare: boolean;
    registryMirror?: string | undefined;
    runtime?: string | undefined;
  },
): Promise<Grounds> {
  const { docker, images, progress, prepare, registryMirror } = options;
  const hosts = env.DRYDOCK_PACKAGE_HOSTS ?? '';
  packageHosts(hosts);
  const runtime = await chooseRuntime(docker, options.runtime);
  // The reaper has to be chosen before Testcontainers' first start; a sweep that failed costs this run nothing.
  await Promise.allSettled([sweep(docker), chooseReaper(docker)]);
  const golden = await goldenStore({ docker, images, progress, signal, prepare, registryMirror });
  return { docker, golden, packageHosts: hosts, ...(runtime === undefined ? {} : { runtime }) };
}
