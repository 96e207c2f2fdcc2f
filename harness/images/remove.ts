import type Dockerode from 'dockerode';
import { defaultNamespace } from './golden-store.ts';
import { goldenLabel, markedStore, markerReference } from './marker.ts';
import { removed } from './presence.ts';

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
    if (await removed(docker.getImage(reference).remove())) images.push(reference);
  };
  await remove(markerReference(namespace));
  const swept = await sweepVolumes(docker, namespace);
  if (namespace === defaultNamespace) {
    const engines = await docker.listImages({ filters: { label: ['drydock=engine'] } });
    for (const { Id, RepoTags } of engines) {
      for (const reference of RepoTags?.length ? RepoTags : [Id]) {
        await remove(reference === '<none>:<none>' ? Id : reference);
      }
    }
  }
  return { ...swept, images };
}

/** Removes the volumes of a namespace that its marker does not name: leftovers of interrupted and older stores. */
export async function sweepVolumes(
  docker: Dockerode,
  namespace: string,
): Promise<Pick<RemovedGolden, 'volumes' | 'inUse'>> {
  const kept = (await markedStore(docker, namespace))?.volume;
  const { Volumes } = await docker.listVolumes({ filters: { label: [`${goldenLabel}=${namespace}`] } });
  const volumes: string[] = [];
  const inUse: string[] = [];
  for (const { Name } of Volumes ?? []) {
    if (Name === kept) continue;
    ((await removed(docker.getVolume(Name).remove())) ? volumes : inUse).push(Name);
  }
  return { volumes, inUse };
}
