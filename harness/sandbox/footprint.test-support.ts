import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { ownerLabel, runLabel } from './labels.ts';
import { ownOwner } from './owner.ts';
import type { Sandbox } from './sandbox.ts';
import { outer } from './start-for-test.test-support.ts';

/** What names a sandbox's things on the machine: its run, and its containers' ids. */
export interface Footprint {
  run: string;
  ids: string[];
}

export async function footprintOf(sandbox: Sandbox): Promise<Footprint> {
  const rows = await outer.listContainers({ all: true, filters: { label: [`${ownerLabel}=${ownOwner()}`] } });
  const run = rows.find(({ Id }) => Id === sandbox.benchId)?.Labels[runLabel];
  if (run === undefined) throw new RangeError('the sandbox has no containers');
  return { run, ids: rows.filter(({ Labels }) => Labels[runLabel] === run).map(({ Id }) => Id) };
}

/** All that is still there of a sandbox, by kind; every list is empty when it is gone. */
export async function leftOf({ run, ids }: Footprint): Promise<Record<string, string[]>> {
  const filters = { label: [`${runLabel}=${run}`] };
  const [containers, { Volumes }, networks] = await Promise.all([
    outer.listContainers({ all: true, filters }),
    outer.listVolumes({ filters }),
    outer.listNetworks({ filters }),
  ]);
  const names = [run, ...ids];
  const isOurs = (text: string) => names.some((name) => text.includes(name));
  const folder = `drydock-${encodeURIComponent(ownOwner())}`;
  const lines = async (path: string) => (await readFile(path, 'utf8').catch(() => '')).split('\n');
  return {
    containers: containers.map(({ Id }) => Id),
    volumes: (Volumes ?? []).map(({ Name }) => Name),
    networks: networks.map(({ Name }) => Name),
    mounts: (await lines('/proc/mounts')).filter(isOurs),
    processes: await processesOf(isOurs),
    sockets: (await lines('/proc/net/unix')).filter((line) => line.includes(folder)),
    folders: (await readdir(tmpdir())).filter((name) => name.startsWith(folder)),
  };
}

/** Nothing of any kind. */
export const nothingLeft = {
  ...{ containers: [], volumes: [], networks: [], mounts: [], processes: [], sockets: [], folders: [] },
};

/** Processes in a control group, or with a command line, that names one of the containers. */
async function processesOf(isOurs: (text: string) => boolean): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found: string[] = [];
  for (const pid of pids) {
    const told = ['cgroup', 'cmdline'].map((file) =>
      readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => ''),
    );
    if (isOurs((await Promise.all(told)).join('\n'))) found.push(pid);
  }
  return found;
}
