import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Dockerode from 'dockerode';
import { defaultLimits, runLabel } from '../sandbox/index.ts';

export const outer = new Dockerode();

/** A sandbox under way, as the outer daemon knows it. */
export interface Victim {
  memoryBytes: number;
  engine: Dockerode.Container;
  /** The engine and, once it is there, the bench. */
  all: Dockerode.Container[];
}

/** This process's containers. */
export async function ownContainers(): Promise<Dockerode.ContainerInfo[]> {
  const rows = await outer.listContainers({ all: true, filters: { label: ['drydock=sandbox'] } });
  return rows.filter(({ Labels }) => Labels['drydock.owner']?.split('/')[1] === String(process.pid));
}

/** Finds the sandbox whose containers have so much memory, by which tests side by side tell theirs apart; waits for it. */
export async function victimOf(memoryBytes: number): Promise<Victim> {
  for (let looks = 0; looks < 400; looks += 1) {
    const rows = await ownContainers();
    for (const { Id, Labels } of rows) {
      const inspected = outer.getContainer(Id).inspect();
      const info = await inspected.catch(() => undefined);
      if (info?.HostConfig.Memory !== memoryBytes + defaultLimits.engineOwnMemoryBytes) continue;
      const run = rows.filter((row) => row.Labels[runLabel] === Labels[runLabel]);
      return {
        memoryBytes,
        engine: outer.getContainer(Id),
        all: run.map((row) => outer.getContainer(row.Id)),
      };
    }
    await sleep(25);
  }
  throw new RangeError('no sandbox to break');
}

/** The harness may have noticed, and be removing it already. */
async function removed(container: Dockerode.Container | undefined): Promise<void> {
  await container?.remove({ force: true }).catch(() => undefined);
}

/** Waits for the bench, which is made after the engine. */
async function benchRemoved({ memoryBytes, engine }: Victim): Promise<void> {
  for (let looks = 0; looks < 200; looks += 1) {
    const { all } = await victimOf(memoryBytes);
    const bench = all.find(({ id }) => id !== engine.id);
    if (bench) return removed(bench);
  }
}

/** Waits until it runs, or is gone: between its creation and its start a slow machine takes half a second. */
async function started(container: Dockerode.Container): Promise<void> {
  for (let looks = 0; looks < 400; looks += 1) {
    const info = await container.inspect().catch(() => undefined);
    if (info?.State.Status !== 'created') return;
    await sleep(25);
  }
}

/** Runs a shell command as root in the engine. */
const inEngine = (command: string) => async (victim: Victim) => {
  await started(victim.engine);
  const options = { Cmd: ['sh', '-c', command], AttachStdout: true, AttachStderr: true };
  const exec = await victim.engine.exec(options);
  const stream = await exec.start({});
  for await (const _ of stream);
};

/** Sends a signal to a program of the engine as soon as it runs, for as long as a slow machine takes to start it. */
const signalled = (program: string, signal: string) =>
  inEngine(
    `for i in $(seq 500); do kill -${signal} $(pidof ${program}) 2>/dev/null && break; sleep 0.02; done`,
  );

/** Deletes the socket of that name in every run folder of this process: in the tests that do so there is one. */
const socketDeleted = (path: string) => async () => {
  const folders = (await readdir(tmpdir())).filter((name) => name.includes(`%2F${process.pid}%2F`));
  for (const folder of folders) await rm(join(tmpdir(), folder, path), { force: true });
};

/** What may break, and how it is broken. */
export const injections = {
  'dockerd is killed': signalled('dockerd', 'KILL'),
  'dockerd hangs': signalled('dockerd', 'STOP'),
  'containerd is killed': signalled('containerd', 'KILL'),
  'containerd hangs': signalled('containerd', 'STOP'),
  'the engine is removed': ({ engine }: Victim) => removed(engine),
  'the bench is removed': benchRemoved,
  'all containers are removed': ({ all }: Victim) => Promise.all(all.map(removed)),
  'the gate’s socket is deleted': socketDeleted('bench/docker.sock'),
  'the engine’s socket is deleted': socketDeleted('engine/docker.sock'),
  'the engine’s control socket is deleted': socketDeleted('engine/control.sock'),
  'the disk is full': inEngine('head -c 3G /dev/zero > /var/lib/docker/full; sync'),
} satisfies Record<string, (victim: Victim) => Promise<unknown>>;

export type Injection = keyof typeof injections;
