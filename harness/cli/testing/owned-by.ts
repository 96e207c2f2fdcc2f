import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { reachEngine } from '../engine.ts';

/**
 * All that the process with this id made and that is still there: containers and volumes of the engine, folders with
 * sockets. The owner's label is `<host>/<pid>/<start time>`.
 */
export async function ownedBy(pid: number): Promise<string[]> {
  const { docker } = await reachEngine(process.env, AbortSignal.timeout(10_000));
  const filters = { label: ['drydock.run'] };
  const [containers, { Volumes }, folders] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listVolumes({ filters }),
    readdir(tmpdir()),
  ]);
  const own = (labels: Record<string, string> | undefined) =>
    labels?.['drydock.owner']?.split('/')[1] === String(pid);
  return [
    ...containers.filter(({ Labels }) => own(Labels)).map(({ Names }) => Names.join()),
    ...(Volumes ?? []).filter(({ Labels }) => own(Labels)).map(({ Name }) => Name),
    ...folders.filter((name) => name.startsWith('drydock-') && name.includes(`%2F${pid}%2F`)),
  ];
}
