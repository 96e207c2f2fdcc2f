import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type Dockerode from 'dockerode';
import { ownerLabel, ownLabel, runLabel } from './labels.ts';
import { answerMs, outerAnswer } from './outer-hangs.ts';
import { ownerIsGone } from './owner.ts';
import { sweepRunFolders } from './run-folder.ts';

/** How many things of crashed runs were there. */
export interface Leftovers {
  containers: number;
  volumes: number;
  folders: number;
}

const thawTimeoutMs = 2000;
/** The outer daemon's own patience with a container that does not end is 10 s. */
const removalMs = 30_000;
const filters = { label: [`${ownLabel}=sandbox`] };

/**
 * Removes what harness processes that are gone left behind. What belongs to one that still runs stays. Throws
 * SandboxError `OUTER_HANGS`, and what dockerode throws.
 */
export async function sweep(outer: Dockerode): Promise<Leftovers> {
  const rows = await outerAnswer(answerMs, outer.listContainers({ all: true, filters }));
  const containers = rows.filter((row) => ownerIsGone(row.Labels[ownerLabel] ?? ''));
  await Promise.all(
    containers.map(async ({ Id, State }) => {
      const container = outer.getContainer(Id);
      if (State === 'running') await outerAnswer(answerMs, thaw(container)).catch(() => undefined);
      await outerAnswer(removalMs, container.remove({ force: true, v: true })).catch(() => undefined);
    }),
  );
  const { Volumes } = await outerAnswer(answerMs, outer.listVolumes({ filters }));
  const volumes = (Volumes ?? []).filter((volume) => ownerIsGone(volume.Labels?.[ownerLabel] ?? ''));
  await Promise.all(
    volumes.map(({ Name }) => outerAnswer(removalMs, outer.getVolume(Name).remove()).catch(() => undefined)),
  );
  return { containers: containers.length, volumes: volumes.length, folders: await sweepRunFolders() };
}

/** What `Engine.thaw` does, for an engine whose harness is gone: its control script may be, too. */
async function thaw(container: Dockerode.Container): Promise<void> {
  const states = 'find /sys/fs/cgroup/freezer -mindepth 2 -name freezer.state 2>/dev/null';
  const Cmd = ['sh', '-c', `${states} | while read -r state; do echo THAWED >"$state"; done`];
  const exec = await container.exec({ Cmd, AttachStdout: true, AttachStderr: true });
  const stream = await exec.start({});
  await Promise.race([once(stream.resume(), 'end'), sleep(thawTimeoutMs, undefined, { ref: false })]);
  stream.destroy();
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
