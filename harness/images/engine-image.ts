import { join } from 'node:path';
import { Readable } from 'node:stream';
import type Dockerode from 'dockerode';
import type { Text } from '../text.ts';
import { tarOf } from './archive.ts';
import { loadCatalog } from './catalog.ts';
import { checkImage } from './check-image.ts';
import type { ImageSource } from './golden-store.ts';
import { present } from './golden-store.ts';
import { imageUnavailable, preparationFailed } from './image-trouble.ts';
import { makeEngineRoot, requireMmdebstrap } from './kit/engine-root.ts';
import { follow } from './progress-stream.ts';
import { engineReference, recipesFolder } from './recipe.ts';

export interface EngineImageOptions {
  docker: Dockerode;
  sources: readonly ImageSource[];
  progress: (line: Text) => void;
  signal?: AbortSignal | undefined;
}

/** How long a registry may be silent before the kit is taken instead. */
const firstAnswerMs = 6_000;
const silenceMs = 120_000;

/** Makes sure that the daemon has the engine image and returns its reference. Throws when no source can make it. */
export async function ensureEngineImage(options: EngineImageOptions): Promise<string> {
  const reference = engineReference();
  if (await present(options.docker.getImage(reference).inspect())) return reference;
  const attempts: Text[] = [];
  for (const source of options.sources) {
    if (source === 'local') continue;
    const id = source === 'registry' ? await build(options, attempts) : await bootstrap(options);
    if (id) return tag(options.docker, id, reference);
  }
  // A choice of sources is about the course's images: an engine is needed whichever they are.
  if (!options.sources.includes('kit')) return tag(options.docker, await bootstrap(options), reference);
  throw imageUnavailable(reference, attempts);
}

/** Builds it from the Dockerfile; undefined, with the reason in `attempts`, when no registry gives the base. */
async function build(options: EngineImageOptions, attempts: Text[]): Promise<string | undefined> {
  const { base } = loadCatalog().engine;
  const { docker, progress, signal } = options;
  if (!(await present(docker.getImage(base).inspect()))) {
    try {
      await follow(docker, await docker.pull(base), { firstAnswerMs, silenceMs, signal });
    } catch (error) {
      signal?.throwIfAborted();
      const reason = error instanceof Error ? error.message : String(error);
      attempts.push({ ko: `레지스트리: ${reason}`, en: `registry: ${reason}` });
      return undefined;
    }
  }
  progress({ ko: '엔진 이미지를 빌드하는 중…', en: 'Building the engine image…' });
  const files = ['Dockerfile', 'dpkg-excludes.conf', 'packages.txt', 'setup.sh'];
  const context = Readable.from([await tarOf(join(recipesFolder, 'engine'), files)]);
  const stream = await docker.buildImage(context, {
    buildargs: { BASE: base },
    labels: { drydock: 'engine' },
    networkmode: 'host',
    forcerm: true,
  });
  const answers = await follow(docker, stream, { firstAnswerMs: silenceMs, silenceMs, signal });
  return idIn(
    answers,
    (answer) => answer.aux?.ID ?? /^Successfully built (\w+)/.exec(answer.stream ?? '')?.[1],
  );
}

/** Makes it with mmdebstrap. The import gets its name only when mmdebstrap ended well and the image is complete. */
async function bootstrap({ docker, progress, signal }: EngineImageOptions): Promise<string> {
  await requireMmdebstrap(progress, signal);
  progress({
    ko: '엔진 이미지를 Debian 패키지로 만드는 중… (30초쯤 걸려요)',
    en: 'Making the engine image from Debian packages… (about 30 s)',
  });
  const root = makeEngineRoot(signal);
  const imported = docker
    .importImage(root.tar, { changes: ['ENV LANG=C.UTF-8', 'LABEL drydock=engine'] })
    .then((stream) => follow(docker, stream, { firstAnswerMs: 600_000, silenceMs: 600_000, signal }));
  const [made, loaded] = await Promise.allSettled([root.done, imported]);
  const id = loaded.status === 'fulfilled' ? idIn(loaded.value, (answer) => answer.status) : undefined;
  if (made.status === 'fulfilled' && id) return id;
  if (id) await docker.getImage(id).remove({ force: true });
  signal?.throwIfAborted();
  // When the daemon gives up first, mmdebstrap dies of a broken pipe: the daemon's reason is the one to tell.
  if (loaded.status === 'fulfilled' && made.status === 'rejected') throw made.reason;
  const cause = loaded.status === 'rejected' ? loaded.reason : undefined;
  const what = {
    ko: '엔진 이미지를 Docker로 가져오지 못했어요',
    en: 'Docker could not import the engine image',
  };
  throw preparationFailed('ENGINE_IMPORT', what, String(cause), cause);
}

async function tag(docker: Dockerode, id: string, reference: string): Promise<string> {
  const problems = await checkImage(loadCatalog().engine.expects, {
    config: async () => {
      const { Entrypoint, Cmd } = (await docker.getImage(id).inspect()).Config;
      return { Entrypoint: Entrypoint ?? null, Cmd };
    },
    run: async ([program = '', ...args]) => {
      const container = await docker.createContainer({
        Image: id,
        Entrypoint: [program],
        Cmd: args,
        Tty: true,
        Labels: { drydock: 'prepare' },
        HostConfig: { NetworkMode: 'none' },
      });
      try {
        await container.start();
        await container.wait();
        return (await container.logs({ stdout: true, stderr: true })).toString().replaceAll('\r', '');
      } finally {
        await container.remove({ force: true });
      }
    },
  });
  const [problem] = problems;
  if (problem) {
    await docker.getImage(id).remove({ force: true });
    const what = { ko: '엔진 이미지가 온전하지 않아요', en: 'The engine image is not complete' };
    throw preparationFailed('ENGINE_IMAGE', what, problem.en);
  }
  await docker.getImage(id).tag({ repo: reference.split(':')[0] ?? '', tag: reference.split(':')[1] ?? '' });
  return reference;
}

interface Answer {
  status?: string;
  stream?: string;
  aux?: { ID?: string };
}

function idIn(answers: readonly object[], pick: (answer: Answer) => string | undefined): string | undefined {
  return answers.map((answer) => pick(answer)).findLast((id) => id !== undefined);
}
