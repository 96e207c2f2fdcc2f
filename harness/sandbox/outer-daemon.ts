import { normalize } from 'node:path';
import Dockerode from 'dockerode';
import { getContainerRuntimeClient } from 'testcontainers';
import { SandboxError } from '../errors.ts';

/** Where a client of Docker looks for the daemon. */
export interface Address {
  readonly host?: string | undefined;
  /** A function while DOCKER_HOST says nothing, and it has to be looked for. */
  readonly socketPath?: unknown;
}

let known: Promise<void> | undefined;

/**
 * Lets Testcontainers ask the daemon what it wants to know of it, once in this process. Throws SandboxError
 * `OUTER_OTHER`, and what it throws.
 */
export function knowDaemon(): Promise<void> {
  known ??= askDaemon();
  known.catch(() => {
    known = undefined;
  });
  return known;
}

async function askDaemon(): Promise<void> {
  const { container } = await getContainerRuntimeClient();
  proveSame(new Dockerode().modem as Address, container.dockerode.modem as Address);
}

/**
 * Testcontainers 12 goes on to other sockets where DOCKER_HOST did not answer it once: volumes would be on one daemon
 * and containers on another, where no sweep of ours finds them.
 * @throws SandboxError `OUTER_OTHER`
 */
export function proveSame(own: Address, used: Address): void {
  // Nothing was said: both take the usual socket.
  if (typeof own.socketPath === 'function') return;
  const [wanted, found] = [own, used].map(({ host, socketPath }) => host ?? normalize(String(socketPath)));
  if (wanted === found) return;
  throw new SandboxError({
    code: 'OUTER_OTHER',
    message: {
      ko: `\`${wanted}\` 도커 엔진이 잠깐 답하지 않아 Testcontainers가 다른 엔진(\`${found}\`)을 골랐습니다. 그 엔진은 쓰지 않습니다.`,
      en: `The Docker engine at \`${wanted}\` did not answer for a moment, and Testcontainers chose another one (\`${found}\`). That one is not used.`,
    },
    hint: {
      ko: '`docker info` 로 엔진이 안정적으로 답하는지 확인하고 같은 명령을 다시 실행하세요. `~/.testcontainers.properties` 의 `tc.host` 도 다른 엔진을 가리킬 수 있습니다.',
      en: 'See with `docker info` that it answers steadily, then run the same command again. `tc.host` in `~/.testcontainers.properties` may name another engine, too.',
    },
  });
}
