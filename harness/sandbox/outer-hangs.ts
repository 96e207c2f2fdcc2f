import { within } from '../deadline.ts';
import { SandboxError } from '../errors.ts';

/** How long the outer daemon may take to answer what costs it nothing. */
export const answerMs = 20_000;

/** The outer daemon's answer; throws SandboxError `OUTER_HANGS` when it took the request and says nothing for so long. */
export function outerAnswer<T>(ms: number, answer: Promise<T>): Promise<T> {
  return within(ms, answer, () => outerHangs(ms));
}

function outerHangs(ms: number): SandboxError {
  const seconds = Math.round(ms / 1000);
  return new SandboxError({
    code: 'OUTER_HANGS',
    message: {
      ko: `이 컴퓨터의 도커 엔진이 채점용 샌드박스를 만드는 요청에 ${seconds}초 동안 답하지 않았습니다.`,
      en: `This machine’s Docker engine did not answer within ${seconds} s while a sandbox was made.`,
    },
    hint: {
      ko: '제출물의 잘못이 아닙니다. `docker info` 로 엔진을 확인하세요. 답이 없으면 `sudo systemctl restart docker` 를 실행하고, 느릴 뿐이면 `--patience 3` 을 붙이세요.',
      en: 'This is not the submission’s fault. See that `docker info` answers; if not, `sudo systemctl restart docker`. Where it is only slow, add `--patience 3`.',
    },
  });
}
