import type Dockerode from 'dockerode';
import type { Text } from '../text.ts';
import { catalogImage } from './catalog.ts';
import type { ImageSource } from './golden-store.ts';
import { preparationFailed, saysDiskFull } from './image-trouble.ts';
import { makeStandIn } from './kit/index.ts';
import type { PreparingEngine } from './preparing-engine.ts';
import { present } from './presence.ts';

export interface SourceOptions {
  docker: Dockerode;
  engine: PreparingEngine;
  registryMirror?: string | undefined;
  progress: (line: Text) => void;
  signal?: AbortSignal | undefined;
}

const pullTimeoutMs = 15 * 60_000;
const loadTimeoutMs = 5 * 60_000;
const probeSeconds = 5;

/** Brings one image into the preparing engine; gives the reason when this source has none. Throws on a full disk. */
export const fetchFrom: Record<
  ImageSource,
  (reference: string, options: SourceOptions) => Promise<Text | undefined>
> = {
  async local(reference, { docker, engine, progress }) {
    const image = docker.getImage(reference);
    if (!(await present(image.inspect()))) return { ko: '로컬 Docker: 없음', en: 'local Docker: not there' };
    progress({
      ko: `\`${reference}\` 이미지를 로컬 Docker에서 옮기는 중…`,
      en: `Copying \`${reference}\` from the local Docker…`,
    });
    const folder = '/golden/tmp/load';
    await engine.put(await image.get(), folder);
    await engine.succeed(
      ['sh', '-c', `tar -C ${folder} -cf - . | docker load -q; rm -rf ${folder}`],
      loadTimeoutMs,
    );
    return undefined;
  },

  async registry(reference, { engine, registryMirror, progress }) {
    const registry = registryMirror ?? registryOf(reference);
    const probe = ['curl', '-sS', '-k', '-o', '/dev/null', '-m', String(probeSeconds), `${registry}/v2/`];
    const answer = await engine.run(probe);
    if (answer.exitCode !== 0)
      return { ko: `레지스트리: ${answer.stderr.trim()}`, en: `registry: ${answer.stderr.trim()}` };
    progress({
      ko: `\`${reference}\` 이미지를 레지스트리에서 받는 중…`,
      en: `Pulling \`${reference}\` from the registry…`,
    });
    const { exitCode, stderr } = await engine.run(['docker', 'pull', '-q', reference], pullTimeoutMs);
    if (exitCode === 0) return undefined;
    if (saysDiskFull(stderr))
      throw preparationFailed('PULL', { ko: '받기 실패', en: 'The pull failed' }, stderr);
    return { ko: `레지스트리: ${stderr.trim()}`, en: `registry: ${stderr.trim()}` };
  },

  async kit(reference, { engine, progress, signal }) {
    const kit = catalogImage(reference)?.kit;
    if (!kit) return { ko: '오프라인 키트: 만드는 법이 없음', en: 'offline kit: no recipe' };
    progress({
      ko: `\`${reference}\` 대역 이미지를 만드는 중…`,
      en: `Making a stand-in for \`${reference}\`…`,
    });
    await makeStandIn(kit, reference.replace(/:latest$/, ''), engine, signal);
    return undefined;
  },
};

/** Where a reference is pulled from, as a URL: a first part with a dot, a colon or `localhost` names a registry. */
export function registryOf(reference: string): string {
  const [first = '', ...rest] = reference.split('/');
  if (rest.length === 0 || !/[.:]|^localhost$/.test(first)) return 'https://registry-1.docker.io';
  return `${/^(localhost|127\.)/.test(first) ? 'http' : 'https'}://${first}`;
}
