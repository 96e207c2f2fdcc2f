import type Dockerode from 'dockerode';
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
  const found = force ? undefined : await findGolden(docker, images);
  if (found !== undefined) return found;
  if (!prepare) throw notPrepared(images);
  return prepareImages({
    docker,
    images: [...images],
    ...(registryMirror === undefined ? {} : { registryMirror }),
    ...(force === undefined ? {} : { force }),
    progress: (text) => progress.show({ phase: text }),
    signal,
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
