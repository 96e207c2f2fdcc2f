import Dockerode from 'dockerode';
import { prepareImages, repositoriesOf } from '../images/index.ts';
import type { WorkspaceFile } from './bench/index.ts';
import type { EngineImages } from './engine/index.ts';
import { ownerLabel, ownLabel, runLabel } from './labels.ts';
import type { PackageHosts } from './packages/index.ts';
import { chooseReaper } from './reaper.ts';
import { defaultReplayLimits } from './replay/index.ts';
import { type Replayed, Sandbox } from './sandbox.ts';

export const outer = new Dockerode();
export const baseImage = 'node:20-alpine3.17';

/** Course images, from the golden store; prepares them where that was not done. */
export async function imagesForTest(references: readonly string[] = [baseImage]): Promise<EngineImages> {
  await chooseReaper(outer);
  const golden = await prepareImages({ docker: outer, images: references, progress: () => undefined });
  const images = references.flatMap((reference) => golden.images[reference] ?? []);
  const { engineImage, volume } = golden;
  return { engineImage, volume, plans: images.map(({ slug }) => slug), repositories: repositoriesOf(images) };
}

/** A sandbox with these files in its workspace. */
export async function startForTest(
  files: Record<string, string> = {},
  signal = new AbortController().signal,
  packages?: PackageHosts,
): Promise<Sandbox> {
  const laid: WorkspaceFile[] = Object.entries(files).map(([path, text]) => ({
    path,
    bytes: Buffer.from(text),
    executable: false,
  }));
  return Sandbox.start({
    ...{ outer, images: await imagesForTest(), files: laid, signal },
    ...(packages === undefined ? {} : { packages }),
  });
}

/** Types a script into a sandbox. */
export function type(sandbox: Sandbox, script: string): Promise<Replayed> {
  return sandbox.replay(script, defaultReplayLimits, new AbortController().signal, () => undefined);
}

/** The engine's container of a sandbox on the outer daemon: the other one of its run. */
export async function enginePeer(sandbox: Sandbox): Promise<Dockerode.Container> {
  const rows = await outer.listContainers({ all: true, filters: { label: [ownLabel] } });
  const run = rows.find(({ Id }) => Id === sandbox.benchId)?.Labels[runLabel];
  const engine = rows.find(({ Id, Labels }) => Id !== sandbox.benchId && Labels[runLabel] === run);
  if (engine === undefined) throw new RangeError('the sandbox has no engine');
  return outer.getContainer(engine.Id);
}

/** What sandboxes of these processes have on the outer daemon, counted: others may use the machine, too. */
export async function outerCounts(
  pids: (number | undefined)[] = [process.pid],
): Promise<{ containers: number; volumes: number }> {
  const isTheirs = (labels: Record<string, string> = {}) =>
    pids.some((pid) => labels[ownerLabel]?.split('/')[1] === String(pid));
  const filters = { label: [`${ownLabel}=sandbox`] };
  const [containers, { Volumes }] = await Promise.all([
    outer.listContainers({ all: true, filters }),
    outer.listVolumes({ filters }),
  ]);
  return {
    containers: containers.filter(({ Labels }) => isTheirs(Labels)).length,
    volumes: (Volumes ?? []).filter(({ Labels }) => isTheirs(Labels)).length,
  };
}
