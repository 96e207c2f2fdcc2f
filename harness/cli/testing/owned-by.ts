import { reachEngine } from '../engine.ts';

/** What the engine has that the process with this id made; the owner's label is `<host>/<pid>/<start time>`. */
export async function ownedBy(pid: number): Promise<string[]> {
  const { docker } = await reachEngine(process.env, AbortSignal.timeout(10_000));
  const filters = { label: ['drydock.run'] };
  const [containers, { Volumes }] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listVolumes({ filters }),
  ]);
  const own = (labels: Record<string, string> | undefined) =>
    labels?.['drydock.owner']?.split('/')[1] === String(pid);
  return [
    ...containers.filter(({ Labels }) => own(Labels)).map(({ Id }) => Id),
    ...(Volumes ?? []).filter(({ Labels }) => own(Labels)).map(({ Name }) => Name),
  ];
}
