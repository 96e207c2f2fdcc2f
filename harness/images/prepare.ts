import { randomBytes } from 'node:crypto';
import type Dockerode from 'dockerode';
import { TroubleError, UsageError } from '../errors.ts';
import type { Text } from '../text.ts';
import { addImage } from './add-image.ts';
import { withBases } from './catalog.ts';
import { ensureEngineImage } from './engine-image.ts';
import type { GoldenStore, ImageSource } from './golden-store.ts';
import { defaultNamespace, findGolden, isCurrent } from './golden-store.ts';
import { dockerUnreachable, preparationFailed } from './image-trouble.ts';
import { goldenLabel, mark } from './marker.ts';
import { lockName, waitForLock } from './prepare-lock.ts';
import { PreparingEngine } from './preparing-engine.ts';
import { inTime, reasonOf, removed } from './presence.ts';
import { sweepVolumes } from './remove.ts';

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

type Settled = PrepareOptions & { namespace: string; sources: readonly ImageSource[]; force: boolean };

const allSources: readonly ImageSource[] = ['local', 'registry', 'kit'];

/**
 * Makes sure that the golden store is complete and holds these images. Interrupted at any point it leaves the store
 * as it was; two at once wait for each other. Throws SandboxError or UsageError with the next command to type.
 */
export async function prepareImages(options: PrepareOptions): Promise<GoldenStore> {
  requireUrl(options.registryMirror);
  await inTime(options.docker.ping()).catch((cause: unknown) => {
    throw dockerUnreachable(cause);
  });
  const settled = { namespace: defaultNamespace, sources: allSources, force: false, ...options };
  try {
    return await prepared(settled);
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof TroubleError) throw cause;
    const what = { ko: '이미지를 준비하지 못했습니다', en: 'The images could not be prepared' };
    throw preparationFailed('PREPARE', what, reasonOf(cause), cause);
  }
}

async function prepared(options: Settled): Promise<GoldenStore> {
  const { docker, images, namespace, sources, signal } = options;
  for (let { force } = options; ; force = false) {
    const found = force ? undefined : await findGolden(docker, images, namespace);
    if (found && images.every((reference) => isUsable(found.images, reference, sources))) return found;
    const made = await makeStore({ ...options, force });
    if (made) return made;
    options.progress({
      ko: '다른 준비 작업이 끝나기를 기다리는 중…',
      en: 'Waiting for another preparation to end…',
    });
    await waitForLock(docker, namespace, signal);
  }
}

/** Undefined when another preparation holds the lock. */
async function makeStore(options: Settled): Promise<GoldenStore | undefined> {
  const { docker, namespace, sources, progress, signal } = options;
  const engineImage = await ensureEngineImage({ docker, sources, progress, signal });
  const base = options.force ? undefined : await findGolden(docker, [], namespace);
  const volume = base?.volume ?? `drydock-golden-${namespace}-${randomBytes(4).toString('hex')}`;
  progress({ ko: '준비용 엔진을 시작하는 중…', en: 'Starting the preparing engine…' });
  await using stack = new AsyncDisposableStack();
  const engine = await PreparingEngine.start(docker, {
    image: engineImage,
    volume,
    volumeLabels: { [goldenLabel]: namespace },
    name: lockName(namespace),
    registryMirror: options.registryMirror,
    signal,
  });
  if (!engine) return undefined;
  let complete = base !== undefined;
  stack.defer(async () => {
    if (!complete) await removed(docker.getVolume(volume).remove());
  });
  stack.use(engine);
  // Swept now and not at the end: a grading under way goes on with the store it found.
  await sweepVolumes(docker, namespace);
  const images = { ...base?.images };
  for (const reference of withBases(options.images)) {
    if (isUsable(images, reference, sources)) continue;
    images[reference] = await addImage(reference, sources, { ...options, engine });
  }
  const engineVersion = await engine.succeed(['docker', 'version', '--format', '{{.Server.Version}}']);
  // The marker must not survive a power cut that its volume does not.
  await engine.succeed(['sync', '-f', '/golden'], 120_000);
  const store: GoldenStore = { volume, engineImage, engineVersion: engineVersion.trim(), images };
  await mark(docker, store, namespace);
  complete = true;
  return store;
}

function isUsable(
  images: GoldenStore['images'],
  reference: string,
  sources: readonly ImageSource[],
): boolean {
  const image = images[reference];
  if (!image || !isCurrent(images, reference)) return false;
  if (image.build) return isUsable(images, image.build.from, sources);
  return sources.some((source) => source === image.source);
}

function requireUrl(registryMirror: string | undefined): void {
  if (registryMirror === undefined || /^https?:$/.test(URL.parse(registryMirror)?.protocol ?? '')) return;
  throw new UsageError({
    code: 'REGISTRY_MIRROR',
    message: {
      ko: `레지스트리 미러의 주소는 http:// 또는 https:// 로 시작해야 합니다. 받은 값: ${registryMirror}`,
      en: `A registry mirror's address starts with http:// or https://, but this was given: ${registryMirror}`,
    },
    hint: {
      ko: '`drydock prepare --registry-mirror http://127.0.0.1:5000` 처럼 실행하세요.',
      en: 'Run it like `drydock prepare --registry-mirror http://127.0.0.1:5000`.',
    },
  });
}
