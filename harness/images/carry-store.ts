import { randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type Dockerode from 'dockerode';
import { UsageError } from '../errors.ts';
import { defaultNamespace, findGolden, type GoldenStore } from './golden-store.ts';
import { preparationFailed } from './image-trouble.ts';
import { decodeStore, encodeStore, goldenLabel, mark } from './marker.ts';
import { lockName, waitForLock } from './prepare-lock.ts';
import { removed } from './presence.ts';
import { follow } from './progress-stream.ts';
import { engineReference } from './recipe.ts';
import { tarredVolume, untarredVolume } from './volume-tar.ts';

/** A saved store's files. The last is written last: without it the others are no store. */
const files = { engine: 'engine.tar', volume: 'volume.tar', store: 'store.json' } as const;

const loadLimits = { firstAnswerMs: 120_000, silenceMs: 120_000 };

/**
 * Saves a complete golden store, with the engine's image, into a folder: for a cache between CI runs, or to carry it to
 * other machines. Throws UsageError `STORE_ABSENT` when nothing is prepared.
 */
export async function saveStore(
  docker: Dockerode,
  folder: string,
  namespace = defaultNamespace,
): Promise<void> {
  const store = await findGolden(docker, [], namespace);
  if (!store) throw absent();
  await mkdir(folder, { recursive: true });
  await rm(join(folder, files.store), { force: true });
  const image = await docker.getImage(store.engineImage).get();
  await pipeline(image, createWriteStream(join(folder, files.engine)));
  await tarredVolume(docker, store, createWriteStream(join(folder, files.volume)));
  const draft = join(folder, `.${files.store}`);
  await writeFile(draft, JSON.stringify({ store: encodeStore(store) }));
  await rename(draft, join(folder, files.store));
}

/**
 * Takes over a store that `saveStore` saved. False when the folder holds none, or one that other recipes made: then
 * the images have to be prepared as ever. Images that have changed since are left to the next preparation.
 */
export async function loadStore(
  docker: Dockerode,
  folder: string,
  namespace = defaultNamespace,
): Promise<boolean> {
  const saved = await savedIn(folder);
  if (saved?.engineImage !== engineReference()) return false;
  await waitForLock(docker, namespace);
  const image = createReadStream(join(folder, files.engine));
  await follow(docker, docker.loadImage(image), loadLimits);
  const volume = `drydock-golden-${namespace}-${randomBytes(4).toString('hex')}`;
  const store: GoldenStore = { ...saved, volume };
  await docker.createVolume({ Name: volume, Labels: { drydock: 'golden', [goldenLabel]: namespace } });
  try {
    await untarredVolume(docker, store, createReadStream(join(folder, files.volume)), lockName(namespace));
    await mark(docker, store, namespace);
  } catch (cause) {
    await removed(docker.getVolume(volume).remove());
    const what = { ko: '저장된 이미지를 불러오지 못했습니다', en: 'The saved images could not be loaded' };
    throw preparationFailed(
      'STORE_LOAD',
      what,
      cause instanceof Error ? cause.message : String(cause),
      cause,
    );
  }
  return true;
}

async function savedIn(folder: string): Promise<GoldenStore | undefined> {
  try {
    const json: unknown = JSON.parse(await readFile(join(folder, files.store), 'utf8'));
    return decodeStore((json as { store?: string } | null)?.store);
  } catch {
    return undefined;
  }
}

function absent(): UsageError {
  return new UsageError({
    code: 'STORE_ABSENT',
    message: { ko: '저장할 이미지가 준비되어 있지 않습니다.', en: 'There are no prepared images to save.' },
    hint: { ko: '먼저 `drydock prepare` 를 실행하세요.', en: 'Run `drydock prepare` first.' },
  });
}
