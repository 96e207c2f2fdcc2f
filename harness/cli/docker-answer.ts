import { within } from '../deadline.ts';
import { SandboxError } from '../errors.ts';

const answerMs = 15_000;

/** The engine's answer; throws SandboxError `DOCKER_HANGS` when it took the request and says nothing for 15 s. */
export function dockerAnswer<T>(answer: Promise<T>): Promise<T> {
  return within(answerMs, answer, dockerHangs);
}

function dockerHangs(): SandboxError {
  const seconds = answerMs / 1000;
  return new SandboxError({
    code: 'DOCKER_HANGS',
    message: {
      ko: `도커 엔진이 요청을 받고 ${seconds}초 동안 답하지 않았습니다.`,
      en: `The Docker engine took a request and did not answer within ${seconds} s.`,
    },
    hint: {
      ko: '`docker info` 로 엔진을 확인하세요. 답이 없으면 `sudo systemctl restart docker` 를 실행하세요.',
      en: 'See that `docker info` answers; if not, run `sudo systemctl restart docker`.',
    },
  });
}
