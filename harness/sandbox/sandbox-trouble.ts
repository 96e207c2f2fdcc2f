import { daemonWords } from '../docker/index.ts';
import { SandboxError } from '../errors.ts';

/** The machine's fault: the outer daemon did not give what a sandbox is made of. */
export function startError(cause: unknown): SandboxError {
  return new SandboxError({
    code: 'SANDBOX_START',
    message: {
      ko: `채점용 샌드박스를 만들 수 없습니다: ${daemonWords(cause)}`,
      en: `The grading sandbox could not be made: ${daemonWords(cause)}`,
    },
    hint: {
      ko: '제출물의 잘못이 아닙니다. `drydock doctor` 로 이 컴퓨터의 도커를 확인하세요.',
      en: 'This is not the submission’s fault. Check this machine’s Docker with `drydock doctor`.',
    },
    cause,
  });
}

/** The machine's fault: the outer daemon, or a socket to it, went away while a script was typed. */
export function lostError(cause: unknown): SandboxError {
  return new SandboxError({
    code: 'SANDBOX_LOST',
    message: {
      ko: `명령을 입력하는 동안 채점용 샌드박스와 연결이 끊겼습니다: ${daemonWords(cause)}`,
      en: `The grading sandbox was lost while the commands were typed: ${daemonWords(cause)}`,
    },
    hint: {
      ko: '제출물의 잘못이 아닙니다. `drydock doctor` 로 이 컴퓨터의 도커를 확인하세요.',
      en: 'This is not the submission’s fault. Check this machine’s Docker with `drydock doctor`.',
    },
    cause,
  });
}

/** The machine's fault: something of a sandbox could not be removed. */
export function leftError(cause: unknown): never {
  throw new SandboxError({
    code: 'SANDBOX_LEFT',
    message: {
      ko: `채점용 샌드박스를 다 지우지 못했습니다: ${daemonWords(cause)}`,
      en: `The grading sandbox could not be removed: ${daemonWords(cause)}`,
    },
    hint: {
      ko: '남은 것은 다음에 시작할 때 지웁니다. `docker ps -a --filter label=drydock` 로 볼 수 있습니다.',
      en: 'What is left is removed at the next start; `docker ps -a --filter label=drydock` shows it.',
    },
    cause,
  });
}
