import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { Daemon } from '../docker/index.ts';
import { Bench, fillBench, type WorkspaceFile } from './bench/index.ts';
import { Clock } from './clock.ts';
import { Engine, type EngineImages } from './engine/index.ts';
import { EventRecorder } from './evidence/index.ts';
import { Gate } from './gate/index.ts';
import { sandboxLabels } from './labels.ts';
import { defaultLimits, type SandboxLimits } from './limits.ts';
import { ownOwner } from './owner.ts';
import { dockerSettings, PackageGateway, type PackageHosts } from './packages/index.ts';
import { shellCommand } from './replay/index.ts';
import { RunFolder } from './run-folder.ts';
import { studentEnvironment } from './student-environment.ts';
import { removeContainers } from './sweep.ts';
import { makeWorkspace } from './workspace.ts';

export interface SandboxOptions {
  outer: Dockerode;
  images: EngineImages;
  /** The submission's files. A sandbox without them stands by: its engine boots, and `lay` gives it a submission. */
  files?: readonly WorkspaceFile[];
  limits?: Partial<SandboxLimits>;
  /** The outer daemon's runtime to isolate the engine with. */
  runtime?: string;
  /** The mirrors that builds may reach; no network at all when left out. */
  packages?: PackageHosts;
  signal: AbortSignal;
}

/** What a sandbox is made of. */
export interface Parts {
  /** Folder of the bench, where a submission is laid. */
  benchFolder: string;
  daemon: Daemon;
  ready: Promise<string>;
  engine: Engine;
  bench: Bench;
  gate: Gate;
  /** Undefined without packages. */
  gateway: PackageGateway | undefined;
  events: EventRecorder;
  clock: Clock;
  nonce: string;
}

/** Starts everything with as much side by side as Docker allows, registering each thing's removal as it appears. */
export async function startParts(options: SandboxOptions, stack: AsyncDisposableStack): Promise<Parts> {
  const { outer, images, signal } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const run = randomBytes(6).toString('hex');
  const nonce = randomBytes(16).toString('hex');
  const labels = sandboxLabels(run, ownOwner());
  const workspaceVolume = `drydock-workspace-${run}`;
  const clock = new Clock();

  const folder = stack.use(await RunFolder.make());
  await makeWorkspace(outer, workspaceVolume, labels, limits);
  stack.defer(() => outer.getVolume(workspaceVolume).remove({ force: true }));
  stack.defer(() => removeContainers(outer, run));

  const line = () => clock.line;
  const gateway =
    options.packages &&
    stack.use(
      await PackageGateway.listen({
        socketPath: join(folder.engine, 'packages.sock'),
        hosts: options.packages,
        line,
      }),
    );

  const created = Promise.withResolvers<string>();
  const booting = Engine.start({
    images,
    folder: folder.engine,
    workspaceVolume,
    labels,
    limits,
    ...(options.runtime === undefined ? {} : { runtime: options.runtime }),
    packages: gateway !== undefined,
    created: created.resolve,
  });
  booting.catch(created.reject);
  const ready = booting.then((engine) => engine.ready(outer, limits.bootMs, signal));
  const gate = Gate.listen({
    socketPath: join(folder.bench, 'docker.sock'),
    enginePath: join(folder.engine, 'docker.sock'),
    ready: ready.then(() => undefined),
    now: () => clock.now(),
    line,
  });
  const filled = fillBench(folder.bench, gateway && dockerSettings);
  const bench = Promise.all([created.promise, filled]).then(([engineId]) =>
    Bench.start({
      outer,
      image: images.engineImage,
      engineId,
      engineStarted: booting,
      folder: folder.bench,
      workspaceVolume,
      shell: { command: [...shellCommand], environment: studentEnvironment(nonce) },
      labels,
      limits,
    }),
  );
  // Whatever fails first is thrown; the others must have ended before anything is removed.
  await Promise.allSettled([booting, gate, bench]);
  // Runs when the gate is closed, so that nothing is paused afterwards; an engine that is gone has nothing to thaw.
  stack.defer(() => booting.then((started) => started.thaw()).catch(() => undefined));
  ready.catch(() => undefined);
  stack.use(await gate);
  const engine = await booting;
  const events = stack.use(new EventRecorder(engine.docker, new Date()));
  ready.then(() => events.begin()).catch(() => undefined);
  const daemon = new Daemon(engine.docker, (port) => engine.control(`dial 127.0.0.1 ${port}`));
  signal.throwIfAborted();
  return {
    benchFolder: folder.bench,
    daemon,
    ready,
    engine,
    bench: await bench,
    gate: await gate,
    gateway,
    events,
    clock,
    nonce,
  };
}
