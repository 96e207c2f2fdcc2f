import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type Dockerode from 'dockerode';
import type { Text } from '../text.ts';
import { loadCatalog } from './catalog.ts';
import { checkImage } from './check-image.ts';
import { ensureEngineImage } from './engine-image.ts';
import type { GoldenImage, GoldenStore, ImageSource } from './golden-store.ts';
import {
  defaultNamespace,
  encodeStore,
  findGolden,
  goldenLabel,
  isCurrent,
  markedStore,
  markerReference,
} from './golden-store.ts';
import { dockerUnreachable, imageUnavailable } from './image-trouble.ts';
import { PreparingEngine } from './preparing-engine.ts';
import { follow } from './progress-stream.ts';
import { engineReference } from './recipe.ts';
import { sweepVolumes } from './remove.ts';
import type { SourceOptions } from './sources.ts';
import { fetchFrom } from './sources.ts';
import { writePlan } from './write-plan.ts';

export interface PrepareOptions {
  docker: Dockerode;
  /** References as the course types them: `node:20-alpine3.17`. */
  images: readonly string[];
  /** Where to look, in this order; what is in the store already is kept only if it came from one of them. */
  sources?: readonly ImageSource[];
  /** A mirror of Docker Hub, as a URL, asked before it. */
  registryMirror?: string;
  /** Makes the store anew even when it is complete. */
  force?: boolean;
  progress: (line: Text) => void;
  signal?: AbortSignal;
  /** Keeps stores apart on one daemon. */
  namespace?: string;
}

const allSources: readonly ImageSource[] = ['local', 'registry', 'kit'];
const otherWaitMs = 15 * 60_000;

/**
 * Makes sure that the golden store is complete and holds these images. Interrupted at any point it leaves the store
 * as it was; two at once wait for each other. Throws SandboxError or UsageError with the next command to type.
 */
export async function prepareImages(options: PrepareOptions): Promise<GoldenStore> {
  const { docker, images, signal, namespace = defaultNamespace, sources = allSources } = options;
  await docker.ping().catch((cause: unknown) => {
    throw dockerUnreachable(cause);
  });
  const deadline = Date.now() + otherWaitMs;
  for (let force = options.force ?? false; ; force = false) {
    const found = force ? undefined : await findGolden(docker, images, namespace);
    if (found && images.every((reference) => isFrom(found.images[reference], sources))) return found;
    const made = await makeStore({ ...options, force, namespace, sources });
    if (made) return made;
    options.progress({
      ko: '다른 준비 작업이 끝나기를 기다리는 중…',
      en: 'Waiting for another preparation to end…',
    });
    await waitForLock(docker, lockName(namespace), deadline, signal);
  }
}

type Settled = PrepareOptions & { namespace: string; sources: readonly ImageSource[] };

/** Undefined when another preparation holds the lock. */
async function makeStore(options: Settled): Promise<GoldenStore | undefined> {
  const { docker, namespace, sources, progress, signal } = options;
  const engineImage = await ensureEngineImage({ docker, sources, progress, signal });
  const base = options.force ? undefined : await reusable(docker, namespace);
  const volume = base?.volume ?? `drydock-golden-${namespace}-${randomBytes(4).toString('hex')}`;
  await using stack = new AsyncDisposableStack();
  progress({ ko: '준비용 엔진을 시작하는 중…', en: 'Starting the preparing engine…' });
  const engine = await PreparingEngine.start(docker, {
    image: engineImage,
    volume,
    volumeLabels: { [goldenLabel]: namespace },
    name: lockName(namespace),
    registryMirror: options.registryMirror,
    signal,
  });
  if (!engine) return undefined;
  stack.defer(async () => {
    await sweepVolumes(docker, namespace);
  });
  stack.use(engine);
  const images = { ...base?.images };
  for (const reference of options.images) {
    if (isCurrent(images[reference]) && isFrom(images[reference], sources)) continue;
    images[reference] = await addImage(reference, { ...options, engine });
  }
  const engineVersion = (
    await engine.succeed(['docker', 'version', '--format', '{{.Server.Version}}'])
  ).trim();
  // The marker must not survive a power cut that its volume does not.
  await engine.succeed(['sync', '-f', '/golden'], 120_000);
  const store: GoldenStore = { volume, engineImage, engineVersion, images };
  await mark(docker, store, namespace);
  return store;
}

/** Tries the sources in order until one gives an image that is what the catalog promises. */
async function addImage(reference: string, options: Settled & SourceOptions): Promise<GoldenImage> {
  const { engine, progress, sources } = options;
  const attempts: Text[] = [];
  for (const source of sources) {
    const reason = await fetchFrom[source](reference, options);
    if (reason) {
      attempts.push(reason);
      continue;
    }
    const [problem] = await problemsOf(reference, engine);
    if (!problem) return writePlan(engine, reference, source);
    attempts.push({ ko: `${source}: ${problem.ko}`, en: `${source}: ${problem.en}` });
    progress({ ko: `쓸 수 없는 이미지예요: ${problem.ko}`, en: `That image cannot be used: ${problem.en}` });
    await engine.run(['docker', 'rmi', '-f', reference]);
  }
  throw imageUnavailable(reference, attempts);
}

async function problemsOf(reference: string, engine: PreparingEngine): Promise<Text[]> {
  const expects = loadCatalog().images[reference]?.expects;
  if (!expects) return [];
  return checkImage(expects, {
    config: async () =>
      JSON.parse(await engine.succeed(['docker', 'image', 'inspect', reference]))[0]?.Config,
    run: async ([program = '', ...args]) => {
      const run = ['docker', 'run', '--rm', '--network=none', `--entrypoint=${program}`, reference, ...args];
      const { stdout, stderr } = await engine.run(run);
      return `${stdout}${stderr}`;
    },
  });
}

/** The present store, if images can be added to it. */
async function reusable(docker: Dockerode, namespace: string): Promise<GoldenStore | undefined> {
  const store = await markedStore(docker, namespace);
  return store && store.engineImage === engineReference() ? findGolden(docker, [], namespace) : undefined;
}

/** Moves the marker, an image without contents, to this store: from here on it is the one that is found. */
async function mark(docker: Dockerode, store: GoldenStore, namespace: string): Promise<void> {
  const [repo, tag] = markerReference(namespace).split(':');
  const empty = Readable.from([Buffer.alloc(10_240)]);
  const changes = ['LABEL drydock=golden', `LABEL ${goldenLabel}=${encodeStore(store)}`];
  const old = await docker
    .getImage(markerReference(namespace))
    .inspect()
    .catch(() => undefined);
  await follow(docker, await docker.importImage(empty, { repo, tag, changes }), {
    firstAnswerMs: 60_000,
    silenceMs: 60_000,
  });
  if (old)
    await docker
      .getImage(old.Id)
      .remove()
      .catch(() => undefined);
}

async function waitForLock(
  docker: Dockerode,
  name: string,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  while (Date.now() < deadline) {
    const { length } = await docker.listContainers({ all: true, filters: { name: [`^/${name}$`] } });
    if (length === 0) return;
    await sleep(500, undefined, signal ? { signal } : {});
  }
  await docker.getContainer(name).remove({ force: true });
}

function lockName(namespace: string): string {
  return `drydock-prepare-${namespace}`;
}

function isFrom(image: GoldenImage | undefined, sources: readonly ImageSource[]): boolean {
  return image !== undefined && sources.includes(image.source);
}
