import type Dockerode from 'dockerode';
import { UsageError } from '../errors.ts';
import { dockerAnswer } from './docker-answer.ts';

/** Names under which Kata Containers is configured, by its own documentation and by Docker's. */
const kataNames = ['kata', 'kata-runtime', 'io.containerd.kata.v2'];

/** What isolates more strongly than runc. Not all of them can carry an engine: docs/decisions/0011. */
export const isolationRuntimes = ['sysbox-runc', 'runsc', ...kataNames];

/**
 * The runtime that engines are started with, for the value of `--runtime`; undefined is the engine's own default.
 * Throws UsageError when the engine does not offer what was asked for.
 */
export async function chooseRuntime(
  docker: Dockerode,
  asked: string | undefined,
): Promise<string | undefined> {
  if (asked === undefined) return undefined;
  const { Runtimes } = (await dockerAnswer(docker.info())) as { Runtimes?: Record<string, unknown> | null };
  return runtimeOf(asked, Object.keys(Runtimes ?? {}));
}

/** The same for an engine that offers these. */
export function runtimeOf(asked: string, offered: readonly string[]): string | undefined {
  // Of the stronger ones it alone is made to carry a Docker engine, in the network that the student's terminal shares.
  if (asked === 'auto') return offered.find((name) => name === 'sysbox-runc');
  const names = asked === 'kata' ? kataNames : [asked];
  const found = offered.find((name) => names.includes(name));
  if (found === undefined) throw notOffered(asked, offered);
  return found;
}

function notOffered(asked: string, offered: readonly string[]): UsageError {
  const names = ['auto', ...offered].map((name) => `\`${name}\``).join(', ');
  return new UsageError({
    code: 'RUNTIME_NOT_OFFERED',
    message: {
      ko: `이 컴퓨터의 도커에는 \`${asked}\` 런타임이 없습니다.`,
      en: `This machine’s Docker offers no runtime \`${asked}\`.`,
    },
    hint: {
      ko: `\`--runtime\` 옵션에 쓸 수 있는 값: ${names}. \`docker info\` 명령의 Runtimes 항목을 보세요.`,
      en: `\`--runtime\` can be ${names}; \`docker info\` lists them under Runtimes.`,
    },
  });
}
