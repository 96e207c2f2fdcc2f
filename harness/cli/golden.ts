import type Dockerode from 'dockerode';
import { daemonWords } from '../docker/index.ts';
import { SandboxError } from '../errors.ts';
import { findGolden, type GoldenStore, prepareImages } from '../images/index.ts';
import type { Progress } from './progress.ts';

/** The images of the course, ready for sandboxes; prepared on the way where they are not and that is allowed. */
export async function goldenStore(options: {
  docker: Dockerode;
  images: readonly string[];
  progress: Progress;
  signal: AbortSignal;
  /** False: missing images are SandboxError `IMAGES_NOT_PREPARED`. */
  prepare: boolean;
  force?: boolean | undefined;
  registryMirror?: string | undefined;
}): Promise<GoldenStore> {
  const { docker, images, progress, signal, prepare, force, registryMirror } = options;
  const found = force ? undefined : await findGolden(docker, images).catch(storeUnasked);
  if (found !== undefined) return found;
  if (!prepare) throw notPrepared(images);
  const store = await prepareImages({
    docker,
    images: [...images],
    ...(registryMirror === undefined ? {} : { registryMirror }),
    ...(force === undefined ? {} : { force }),
    progress: (text) => progress.show({ phase: text }),
    signal,
  });
  // Where a registry gave a course image it can give Testcontainers' reaper, too; our own sweep serves elsewhere.
  if (Object.values(store.images).some(({ source }) => source === 'registry')) {
    const { fetchReaper } = await import('../sandbox/index.ts');
    await fetchReaper(docker);
  }
  return store;
}

/** The engine answered a moment ago, and no longer does. */
function storeUnasked(cause: unknown): never {
  const detail = daemonWords(cause);
  throw new SandboxError({
    code: 'DOCKER_LOST',
    message: {
      ko: `도커 엔진에 준비된 이미지를 물어보지 못했습니다: ${detail}`,
      en: `The Docker engine could not be asked for the prepared images: ${detail}`,
    },
    hint: {
      ko: '`docker version` 으로 엔진이 살아 있는지 확인하고 다시 실행하세요.',
      en: 'See with `docker version` whether it is still there, then run this again.',
    },
    cause,
  });
}

function notPrepared(images: readonly string[]): SandboxError {
  const list = images.map((image) => `\`${image}\``).join(', ');
  return new SandboxError({
    code: 'IMAGES_NOT_PREPARED',
    message: {
      ko: `채점에 필요한 이미지가 준비되어 있지 않습니다: ${list}.`,
      en: `The images that grading needs are not prepared: ${list}.`,
    },
    hint: {
      ko: '`drydock prepare` 를 실행하거나 `--no-prepare` 를 빼고 다시 실행하세요.',
      en: 'Run `drydock prepare`, or run this again without `--no-prepare`.',
    },
  });
}
