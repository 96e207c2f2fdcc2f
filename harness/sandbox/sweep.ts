import type Dockerode from 'dockerode';
import { ownerLabel, ownLabel, runLabel } from './labels.ts';
import { ownerIsGone } from './owner.ts';
import { sweepRunFolders } from './run-folder.ts';

/** How many things of crashed runs were there. */
export interface Leftovers {
  containers: number;
  volumes: number;
  folders: number;
}

const filters = { label: [`${ownLabel}=sandbox`] };

/** Removes what harness processes that are gone left behind. What belongs to one that still runs stays. */
export async function sweep(outer: Dockerode): Promise<Leftovers> {
  const rows = await outer.listContainers({ all: true, filters });
  const containers = rows.filter((row) => ownerIsGone(row.Labels[ownerLabel] ?? ''));
  await Promise.all(
    containers.map(({ Id }) =>
      outer
        .getContainer(Id)
        .remove({ force: true, v: true })
        .catch(() => undefined),
    ),
  );
  const { Volumes } = await outer.listVolumes({ filters });
  const volumes = (Volumes ?? []).filter((volume) => ownerIsGone(volume.Labels?.[ownerLabel] ?? ''));
  await Promise.all(
    volumes.map(({ Name }) =>
      outer
        .getVolume(Name)
        .remove()
        .catch(() => undefined),
    ),
  );
  return { containers: containers.length, volumes: volumes.length, folders: await sweepRunFolders() };
}

/** Removes every container of one sandbox, with what runs in it; those that are gone already are no trouble. */
export async function removeContainers(outer: Dockerode, run: string): Promise<void> {
  const rows = await outer.listContainers({ all: true, filters: { label: [`${runLabel}=${run}`] } });
  await Promise.all(
    rows.map(({ Id }) =>
      outer
        .getContainer(Id)
        .remove({ force: true, v: true })
        .catch(() => undefined),
    ),
  );
}
