import { setTimeout as sleep } from 'node:timers/promises';
import type Dockerode from 'dockerode';
import { SandboxError } from '../errors.ts';
import { removed } from './presence.ts';

/** As long as the longest pull that may be under way. */
const otherWaitMs = 20 * 60_000;
/** A container that was created and never started belongs to a process that died in between. */
const unstartedMs = 30_000;

/** The name of a namespace's preparing engine: only one can have it, so it is the lock. */
export function lockName(namespace: string): string {
  return `drydock-prepare-${namespace}`;
}

/** Waits until no preparing engine of this namespace is there. Throws SandboxError `PREPARE_BUSY` after 20 minutes. */
export async function waitForLock(docker: Dockerode, namespace: string, signal?: AbortSignal): Promise<void> {
  const name = lockName(namespace);
  const began = Date.now();
  while (Date.now() - began < otherWaitMs) {
    const [holder] = await docker.listContainers({ all: true, filters: { name: [`^/${name}$`] } });
    if (!holder) return;
    if (holder.State === 'created' && Date.now() - began > unstartedMs) {
      await removed(docker.getContainer(holder.Id).remove({ force: true }));
    }
    await sleep(500, undefined, signal ? { signal } : {});
  }
  throw new SandboxError({
    code: 'PREPARE_BUSY',
    message: {
      ko: `다른 준비 작업(\`${name}\` 컨테이너)이 20분이 지나도 끝나지 않았습니다.`,
      en: `Another preparation (container \`${name}\`) has not ended after 20 minutes.`,
    },
    hint: {
      ko: `\`docker rm -f ${name}\` 로 멈춘 다음 \`drydock prepare\` 를 다시 실행하세요.`,
      en: `Stop it with \`docker rm -f ${name}\`, then run \`drydock prepare\` again.`,
    },
  });
}
