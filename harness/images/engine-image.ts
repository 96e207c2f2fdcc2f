import { join } from 'node:path';
import type Dockerode from 'dockerode';
import type { Text } from '../text.ts';
import { tarOf } from './archive.ts';
import { loadCatalog } from './catalog.ts';
import { checkImage } from './check-image.ts';
import type { ImageSource } from './golden-store.ts';
import { preparationFailed, saysDiskFull } from './image-trouble.ts';
import { makeEngineRoot, requireMmdebstrap } from './kit/index.ts';
import { present, reasonOf, removed } from './presence.ts';
import { follow } from './progress-stream.ts';
import { engineFiles, engineReference, recipesFolder } from './recipe.ts';

export interface EngineImageOptions {
  docker: Dockerode;
  sources: readonly ImageSource[];
  progress: (line: Text) => void;
  signal?: AbortSignal | undefined;
}

/** How long a registry may be silent before the kit is taken instead. */
const firstAnswerMs = 6_000;
const silenceMs = 120_000;
const importTimeoutMs = 10 * 60_000;
const stopAfterMs = 2_000;
const checkTimeoutMs = 60_000;

/**
 * Makes sure that the daemon has the engine image and returns its reference: built where a registry gives the base,
 * else from Debian's packages. The latter is done whatever the sources are: they are about the course's images.
 */
export async function ensureEngineImage(options: EngineImageOptions): Promise<string> {
  const { docker } = options;
  const reference = engineReference();
  if (await present(docker.getImage(reference).inspect())) return reference;
  const id =
    (options.sources.includes('registry') && (await built(options))) || (await bootstrapped(options));
  await requireComplete(docker, id);
  if (await present(docker.getImage(reference).inspect())) {
    // Another process was faster: one image is enough.
    await removed(docker.getImage(id).remove());
    return reference;
  }
  const [repo = '', tag = ''] = reference.split(':');
  await docker.getImage(id).tag({ repo, tag });
  return reference;
}

/** Builds it from the Dockerfile; undefined when no registry gives the base or the build has no network. */
async function built(options: EngineImageOptions): Promise<string | undefined> {
  const { base } = loadCatalog().engine;
  const { docker, progress, signal } = options;
  try {
    if (!(await present(docker.getImage(base).inspect()))) {
      await follow(docker, docker.pull(base), { firstAnswerMs, silenceMs, signal });
    }
    progress({ ko: '엔진 이미지를 빌드하는 중…', en: 'Building the engine image…' });
    const context = await tarOf(join(recipesFolder, 'engine'), engineFiles);
    const building = docker.buildImage(context, {
      buildargs: { BASE: base },
      labels: { drydock: 'engine' },
      networkmode: 'host',
      forcerm: true,
    });
    const answers = await follow(docker, building, { firstAnswerMs: silenceMs, silenceMs, signal });
    return idIn(
      answers,
      (answer) => answer.aux?.ID ?? /^Successfully built (\w+)/.exec(answer.stream ?? '')?.[1],
    );
  } catch (error) {
    signal?.throwIfAborted();
    const reason = reasonOf(error);
    const what = { ko: '엔진 이미지를 빌드하지 못했습니다', en: 'The engine image could not be built' };
    if (saysDiskFull(reason)) throw preparationFailed('ENGINE_BUILD', what, reason, error);
    progress({ ko: `레지스트리를 쓸 수 없습니다: ${reason}`, en: `No registry to be had: ${reason}` });
    return undefined;
  }
}

/** Makes it with mmdebstrap. The import gets its name only when mmdebstrap ended well and the image is complete. */
async function bootstrapped({ docker, progress, signal }: EngineImageOptions): Promise<string> {
  await requireMmdebstrap(progress, signal);
  progress({
    ko: '엔진 이미지를 Debian 패키지로 만드는 중… (30초쯤 걸립니다)',
    en: 'Making the engine image from Debian packages… (about 30 s)',
  });
  const root = makeEngineRoot(signal);
  const changes = ['ENV LANG=C.UTF-8', 'LABEL drydock=engine'];
  const limits = { firstAnswerMs: importTimeoutMs, silenceMs: importTimeoutMs, signal };
  const imported = follow(docker, docker.importImage(root.tar, { changes, abortSignal: signal }), limits);
  // A daemon that gave up reads no more: mmdebstrap would wait for ever. Where it was mmdebstrap that gave up first,
  // it ends by itself in this time, and its reason is the one to tell.
  imported.catch(() => setTimeout(() => root.stop(), stopAfterMs).unref());
  const [made, loaded] = await Promise.allSettled([root.done, imported]);
  const id = loaded.status === 'fulfilled' ? idIn(loaded.value, (answer) => answer.status) : undefined;
  if (made.status === 'fulfilled' && id) return id;
  if (id) await removed(docker.getImage(id).remove());
  signal?.throwIfAborted();
  if (made.status === 'rejected' && !root.stopped()) throw made.reason;
  const cause = loaded.status === 'rejected' ? loaded.reason : undefined;
  const what = {
    ko: '엔진 이미지를 Docker로 가져오지 못했습니다',
    en: 'Docker could not import the engine image',
  };
  throw preparationFailed('ENGINE_IMPORT', what, reasonOf(cause), cause);
}

/** Throws SandboxError `ENGINE_IMAGE`, and removes the image, unless it has all that the catalog promises. */
async function requireComplete(docker: Dockerode, id: string): Promise<void> {
  const [problem] = await checkImage(loadCatalog().engine.expects, {
    config: async () => {
      const { Entrypoint, Cmd } = (await docker.getImage(id).inspect()).Config;
      return { Entrypoint: Entrypoint ?? null, Cmd };
    },
    run: (command) => outputOf(docker, id, command),
  });
  if (!problem) return;
  await removed(docker.getImage(id).remove());
  const what = { ko: '엔진 이미지가 온전하지 않습니다', en: 'The engine image is not complete' };
  throw preparationFailed('ENGINE_IMAGE', what, problem.en);
}

async function outputOf(docker: Dockerode, image: string, command: readonly string[]): Promise<string> {
  const container = await docker.createContainer({
    Image: image,
    Entrypoint: [],
    Cmd: [...command],
    Tty: true,
    Labels: { drydock: 'prepare' },
    HostConfig: { NetworkMode: 'none' },
  });
  try {
    await container.start();
    await container.wait({ abortSignal: AbortSignal.timeout(checkTimeoutMs) });
    return (await container.logs({ stdout: true, stderr: true })).toString().replaceAll('\r', '');
  } finally {
    await container.remove({ force: true });
  }
}

interface Answer {
  status?: string;
  stream?: string;
  aux?: { ID?: string };
}

function idIn(answers: readonly object[], pick: (answer: Answer) => string | undefined): string | undefined {
  return answers.map((answer) => pick(answer)).findLast((id) => id !== undefined);
}
