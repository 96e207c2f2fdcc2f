import { setTimeout as sleep } from 'node:timers/promises';
import type Dockerode from 'dockerode';
import { SandboxError } from '../errors.ts';

const pauseMs = 2000;
/** A daemon that takes a request and says nothing for so long hangs; one that shuts down takes up to 15 s. */
const hangMs = 30_000;

/**
 * Watches an engine's daemon while a script is typed. One that is away is no trouble here, since scripts restart it;
 * one that takes requests and answers none would keep every command waiting, so the replay is ended.
 */
export class EngineWatch implements Disposable {
  readonly #stop = new AbortController();
  readonly #lost = new AbortController();

  /** `ready` is the engine's first answer. */
  constructor(docker: Dockerode, ready: Promise<unknown>) {
    ready.then(
      () => this.#watch(docker),
      (thrown) => this.#lost.abort(thrown),
    );
  }

  /** Aborted with a SandboxError: `ENGINE_HANGS` when the daemon hangs, or why the engine never began to answer. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  [Symbol.dispose](): void {
    this.#stop.abort();
  }

  async #watch(docker: Dockerode): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      if (await hangs(docker, signal)) return this.#lost.abort(engineHangs());
      await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

/** True when the daemon took a request and did not answer in time. */
function hangs(docker: Dockerode, signal: AbortSignal): Promise<boolean> {
  const answered = docker.ping().then(
    () => false,
    () => false,
  );
  const late = sleep(hangMs, true, { signal, ref: false }).catch(() => false);
  return Promise.race([answered, late]);
}

function engineHangs(): SandboxError {
  return new SandboxError({
    code: 'ENGINE_HANGS',
    message: {
      ko: `채점용 도커 엔진이 ${hangMs / 1000}초 동안 아무 요청에도 답하지 않았습니다.`,
      en: `The grading engine answered no request for ${hangMs / 1000} s.`,
    },
    hint: {
      ko: '제출물의 잘못이 아닙니다. 머신이 너무 바쁜지 `drydock doctor` 로 확인한 뒤 다시 채점하세요.',
      en: 'This is not the submission’s fault. See with `drydock doctor` whether the machine is overloaded, then grade again.',
    },
  });
}
