import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type Dockerode from 'dockerode';
import { Daemon, type Image } from '../docker/index.ts';
import { Bench, fillBench, type WorkspaceFile } from './bench/index.ts';
import { Clock } from './clock.ts';
import { Engine, type EngineImages } from './engine/index.ts';
import { EventRecorder } from './evidence/index.ts';
import { Gate } from './gate/index.ts';
import { downFailure, Host, journalOf, rootPrograms } from './host/index.ts';
import { sandboxLabels } from './labels.ts';
import { limitsOf, type SandboxLimits } from './limits.ts';
import { outerAnswer } from './outer-hangs.ts';
import { ownOwner } from './owner.ts';
import { dockerSettings, PackageGateway, type PackageHosts } from './packages/index.ts';
import { withPatience } from './patience.ts';
import { shellCommand, warmSplitter } from './replay/index.ts';
import { RunFolder } from './run-folder.ts';
import { studentEnvironment } from './student-environment.ts';
import { removeContainers } from './sweep.ts';
import { openTransport, type Transport } from './transport/index.ts';
import { makeWorkspace } from './workspace.ts';

export interface SandboxOptions {
  outer: Dockerode;
  images: EngineImages;
  /** The submission's files. A sandbox without them stands by: its engine boots, and `lay` gives it a submission. */
  files?: readonly WorkspaceFile[];
  limits?: Partial<SandboxLimits>;
  /** How many times slower than usual the machine is: times are so much longer. 1 when left out. */
  patience?: number;
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
  /** The images the engine began with, read before the gate let the first request through. */
  given: Promise<Record<string, Image>>;
  engine: Engine;
  bench: Bench;
  gate: Gate;
  host: Host;
  /** Undefined without packages. */
  gateway: PackageGateway | undefined;
  events: EventRecorder;
  clock: Clock;
  nonce: string;
  transport: Transport;
  outer: Dockerode;
  limits: SandboxLimits;
  patience: number;
}

/** Starts everything with as much side by side as Docker allows, registering each thing's removal as it appears. */
export async function startParts(options: SandboxOptions, stack: AsyncDisposableStack): Promise<Parts> {
  const { outer, images, signal, patience = 1 } = options;
  const limits = withPatience(limitsOf(options.limits), patience);
  const run = randomBytes(6).toString('hex');
  const nonce = randomBytes(16).toString('hex');
  const labels = sandboxLabels(run, ownOwner());
  const workspaceVolume = `drydock-workspace-${run}`;
  const clock = new Clock();
  const answer = <T>(promise: Promise<T>) => outerAnswer(limits.startMs, promise);

  const folder = stack.use(await RunFolder.make());
  const transport = stack.use(
    await answer(
      openTransport({
        ...{ outer, folder, labels, image: images.engineImage },
        ...{ volume: `drydock-bench-${run}`, volumeBytes: limits.workspaceBytes },
      }),
    ),
  );
  await answer(makeWorkspace(outer, workspaceVolume, labels, limits));
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
    binds: transport.engineBinds,
    workspaceVolume,
    labels,
    limits,
    ...(options.runtime === undefined ? {} : { runtime: options.runtime }),
    packages: gateway !== undefined,
    created: created.resolve,
  });
  booting.catch(created.reject);
  // Loading the shell parser keeps this process busy for 25 ms: here the outer daemon works meanwhile.
  created.promise.then(warmSplitter, () => undefined);
  const ready = booting.then((engine) => engine.ready(outer, limits.bootMs, signal));
  let machine: Host | undefined;
  const talking = booting.then(
    (engine) =>
      new Daemon({
        docker: engine.docker,
        dial: (port) => engine.control(`dial 127.0.0.1 ${port}`),
        listLayer: (directory) => engine.listLayer(directory),
        listLogs: (id) => engine.listLogs(id),
        down: () => machine?.daemonDown && downFailure(machine.daemonDown),
        patience,
      }),
  );
  const given = Promise.all([talking, ready]).then(([daemon]) => imagesByName(daemon));
  const gate = Gate.listen({
    socketPath: join(folder.bench, 'docker.sock'),
    enginePath: join(folder.engine, 'docker.sock'),
    ready: given.then(() => undefined),
    now: () => clock.now(),
    line,
  });
  const host = Host.listen({
    socketPath: join(folder.bench, 'host.sock'),
    control: async (request) => (await booting).control(request),
    hangUp: () => events.hangUp(),
    journal: async () => journalOf(outer, (await booting).containerId),
    // As the gate does: a script that begins with `systemctl stop docker` must not stop it before that.
    ready: given,
    now: () => clock.now(),
    line,
  });
  const filled = fillBench(folder.bench, rootPrograms, gateway && dockerSettings);
  const bench = Promise.all([created.promise, filled]).then(([engineId]) =>
    Bench.start({
      outer,
      image: images.benchImage ?? images.engineImage,
      engineId,
      engineStarted: booting,
      binds: transport.benchBinds,
      workspaceVolume,
      shell: { command: [...shellCommand], environment: studentEnvironment(nonce) },
      labels,
      limits,
    }),
  );
  const joined = Promise.all([booting, gate, host]).then(([{ containerId }]) =>
    answer(transport.join(containerId)),
  );
  // Whatever fails first is thrown; the others must have ended before anything is removed.
  await Promise.allSettled([booting, gate, host, bench, joined]);
  // Runs when the gate is closed, so that nothing is paused afterwards; an engine that is gone has nothing to thaw.
  stack.defer(() => booting.then((started) => started.thaw()).catch(() => undefined));
  for (const later of [ready, given, talking]) later.catch(() => undefined);
  stack.use(await gate);
  machine = stack.use(await host);
  const engine = await booting;
  await joined;
  const events = stack.use(new EventRecorder(engine.docker, new Date()));
  ready.then(() => events.begin()).catch(() => undefined);
  signal.throwIfAborted();
  return {
    benchFolder: folder.bench,
    daemon: await talking,
    ready,
    given,
    engine,
    bench: await bench,
    gate: await gate,
    host: machine,
    gateway,
    events,
    clock,
    nonce,
    transport,
    outer,
    limits,
    patience,
  };
}

async function imagesByName(daemon: Daemon): Promise<Record<string, Image>> {
  const images = await daemon.images();
  return Object.fromEntries(images.flatMap((image) => image.tags.map((tag) => [tag, image])));
}
