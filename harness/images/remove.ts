import type Dockerode from 'dockerode';
import { defaultNamespace, goldenLabel, markedStore, markerReference } from './golden-store.ts';

/** What `removeGolden` did. */
export interface RemovedGolden {
  volumes: string[];
  /** Volumes that an engine still uses: they go at the next prepare. */
  inUse: string[];
  images: string[];
}

/** Removes the golden store, and every engine image that no container uses. The marker goes first. */
export async function removeGolden(
  docker: Dockerode,
  namespace: string = defaultNamespace,
): Promise<RemovedGolden> {
  const images: string[] = [];
  const remove = async (reference: string) => {
    if (await done(docker.getImage(reference).remove())) images.push(reference);
  };
  await remove(markerReference(namespace));
  const { removed, inUse } = await sweepVolumes(docker, namespace);
  if (namespace === defaultNamespace) {
    const engines = await docker.listImages({ filters: { reference: ['drydock/engine'] } });
    for (const tag of engines.flatMap((image) => image.RepoTags ?? [])) await remove(tag);
  }
  return { volumes: removed, inUse, images };
}

/** Removes the volumes of a namespace that its marker does not name: leftovers of interrupted and older stores. */
export async function sweepVolumes(
  docker: Dockerode,
  namespace: string,
): Promise<{ removed: string[]; inUse: string[] }> {
  const kept = (await markedStore(docker, namespace))?.volume;
  const { Volumes } = await docker.listVolumes({ filters: { label: [`${goldenLabel}=${namespace}`] } });
  const removed: string[] = [];
  const inUse: string[] = [];
  for (const { Name } of Volumes ?? []) {
    if (Name === kept) continue;
    ((await done(docker.getVolume(Name).remove())) ? removed : inUse).push(Name);
  }
  return { removed, inUse };
}

/** True when it was removed; false when it was not there or is in use (404 and 409). */
async function done(removal: Promise<unknown>): Promise<boolean> {
  try {
    await removal;
    return true;
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode === 404 || statusCode === 409) return false;
    throw error;
  }
}
