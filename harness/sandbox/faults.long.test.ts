import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type Dockerode from 'dockerode';
import { expect, test } from 'vitest';
import { SandboxError } from '../errors.ts';
import { type Footprint, footprintOf, leftOf, nothingLeft } from './footprint.test-support.ts';
import { ownOwner } from './owner.ts';
import { defaultReplayLimits } from './replay/index.ts';
import type { Replayed, Sandbox } from './sandbox.ts';
import { enginePeer, outer, startForTest } from './start-for-test.test-support.ts';

/** Runs a shell command as root in a container, and waits for its end. */
async function inside(container: Dockerode.Container, command: string): Promise<void> {
  const exec = await container.exec({ Cmd: ['sh', '-c', command], AttachStdout: true, AttachStderr: true });
  for await (const _ of await exec.start({}));
}

/** The folder on this machine with a sandbox's sockets. */
async function runFolder(): Promise<string> {
  const mine = `drydock-${encodeURIComponent(ownOwner())}`;
  const name = (await readdir(tmpdir())).find((one) => one.startsWith(mine));
  return join(tmpdir(), name ?? '');
}

const signalTo = (name: string, signal: string) => async (sandbox: Sandbox) =>
  inside(await enginePeer(sandbox), `kill -${signal} $(pidof ${name})`);
const bench = (sandbox: Sandbox) => outer.getContainer(sandbox.benchId);

type Injection = [name: string, inject: (sandbox: Sandbox) => Promise<unknown>];
const faults: Injection[] = [
  ['dockerd is killed', signalTo('dockerd', 'KILL')],
  ['dockerd hangs', signalTo('dockerd', 'STOP')],
  ['containerd is killed', signalTo('containerd', 'KILL')],
  ['the engine is killed', async (sandbox) => (await enginePeer(sandbox)).kill()],
  ['the engine is removed', async (sandbox) => (await enginePeer(sandbox)).remove({ force: true })],
  ['the bench is killed', (sandbox) => bench(sandbox).kill()],
  ['the bench is removed', (sandbox) => bench(sandbox).remove({ force: true })],
  ['the bench is paused', (sandbox) => bench(sandbox).pause()],
  ['the gate’s socket is deleted', async () => rm(join(await runFolder(), 'bench', 'docker.sock'))],
  ['the engine’s socket is deleted', async () => rm(join(await runFolder(), 'engine', 'docker.sock'))],
];

const script = 'docker ps\nsleep 1.5\ndocker ps -a\nsleep 0.5\n';
const limits = { ...defaultReplayLimits, commandMs: 4000, scriptMs: 60_000 };

/** Replays in a sandbox in which something breaks; gives what came of it. Nothing of it may be left. */
async function replayed(inject: (sandbox: Sandbox) => Promise<unknown>, when: 'before' | 'during') {
  let footprint: Footprint = { run: '', ids: [] };
  const run = async () => {
    await using sandbox = await startForTest();
    await sandbox.ready;
    footprint = await footprintOf(sandbox);
    if (when === 'before') await inject(sandbox);
    let injected: Promise<unknown> = Promise.resolve();
    const onLine = (line: number | null) => {
      if (when === 'during' && line === 2) injected = sleep(300).then(() => inject(sandbox));
    };
    const result = await sandbox
      .replay(script, limits, new AbortController().signal, onLine)
      .finally(() => injected);
    return result;
  };
  const came = await run().catch((thrown: unknown) => thrown);
  expect(await leftOf(footprint)).toEqual(nothingLeft);
  return came;
}

/** The machine's fault, or no harm at all: every command did what it should. Never a failure of the student's. */
function expectNoBlame(came: unknown): void {
  if (came instanceof SandboxError) {
    expect(came.text.ko).toMatch(/[가-힣]/);
    expect(came.hint.en).not.toBe('');
  } else {
    const { evidence, stopped } = came as Replayed;
    expect(stopped).toBe(null);
    expect(evidence.commands.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
  }
}

test.each(faults)(
  'while a script is typed %s: never the student’s fault',
  { timeout: 120_000 },
  async (...[, inject]) => {
    expectNoBlame(await replayed(inject, 'during'));
  },
);

const quick = faults.filter(([name]) => !/hangs|paused/.test(name));
test.each(quick)('before the script %s: likewise', { timeout: 120_000 }, async (...[, inject]) => {
  expectNoBlame(await replayed(inject, 'before'));
});

test('an engine whose disk is full before the script begins is the machine’s', async () => {
  const fill = async (sandbox: Sandbox) =>
    inside(await enginePeer(sandbox), 'head -c 3G /dev/zero > /var/lib/docker/full; sync');
  expect(await replayed(fill, 'before')).toMatchObject({ name: 'SandboxError', code: 'ENGINE_DISK' });
});

test.for<Injection>([
  ['containerd is killed', signalTo('containerd', 'KILL')],
  ['the engine is removed', async (sandbox) => (await enginePeer(sandbox)).remove({ force: true })],
])('while the engine boots %s: said as such', async ([, inject]) => {
  const run = async () => {
    await using sandbox = await startForTest();
    await inject(sandbox);
    await sandbox.ready;
    await sandbox.daemon.info();
  };
  await expect(run()).rejects.toBeInstanceOf(SandboxError);
});
