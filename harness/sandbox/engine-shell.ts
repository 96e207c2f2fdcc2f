import type { Socket } from 'node:net';
import { SandboxError } from '../errors.ts';
import { controlAnswer } from './engine/index.ts';

const capBytes = 256 * 1024;
const timeoutMs = 25_000;
/** The control script's last word: without it the script did not come to its end. */
const ended = 'ended\n';

/**
 * Runs a check's own shell script in the engine's container, where `docker` speaks to the student's daemon past the
 * gate, and gives what it printed. Student code never gets there; a word of the student's in it must be quoted.
 * @throws SandboxError `ENGINE_SHELL` when it does not come to its end
 */
export async function engineShell(
  control: (request: string) => Promise<Socket>,
  script: string,
  patience: number,
): Promise<string> {
  try {
    const text = Buffer.from(`export DOCKER_HOST=unix:///run/drydock/docker.sock\n${script}`);
    const socket = await control(`shell ${text.toString('base64')}`);
    const printed = (await controlAnswer(socket, capBytes, timeoutMs * patience)).toString('utf8');
    if (printed.endsWith(ended)) return printed.slice(0, -ended.length);
    throw new RangeError(`not at its end after ${timeoutMs * patience} ms: ${printed.slice(-200)}`);
  } catch (cause) {
    throw new SandboxError({
      code: 'ENGINE_SHELL',
      message: {
        ko: '채점용 도커 엔진에서 확인에 쓸 명령을 끝까지 실행하지 못했습니다.',
        en: 'The commands of a check did not come to their end on the grading engine.',
      },
      hint: {
        ko: '제출물의 잘못이 아닙니다. 다시 실행해 보고, 되풀이되면 `drydock doctor` 를 실행하세요.',
        en: 'This is not the submission’s fault. Run it again; if it repeats, run `drydock doctor`.',
      },
      cause,
    });
  }
}
