import { SandboxError, UsageError } from '../errors.ts';
import type { Text } from '../text.ts';
import { fillText } from '../text.ts';

/** Whether a program's output or an API's answer says that a disk is full; GNU tar speaks of a short write only. */
export function saysDiskFull(output: string): boolean {
  return /no space left on device|ENOSPC|disk quota exceeded|wrote only \d+ of \d+ bytes|(not|n.t have) enough free space/i.test(
    output,
  );
}

const lookAround: Text = {
  ko: '`drydock doctor` 로 이 컴퓨터의 상태를 확인한 다음 `drydock prepare --force` 를 실행하세요.',
  en: 'Check this machine with `drydock doctor`, then run `drydock prepare --force`.',
};

/** A failure while images are prepared: `DISK_FULL` where the output says so, else the code and sentence given. */
export function preparationFailed(
  code: string,
  what: Text,
  output: string,
  cause?: unknown,
  hint: Text = lookAround,
): SandboxError {
  const lines = output.trim().split('\n');
  const full = lines.find(saysDiskFull);
  const tail = (full ?? lines.slice(-3).join(' / ')).slice(-400);
  if (full !== undefined) {
    return new SandboxError({
      code: 'DISK_FULL',
      message: fillText(
        {
          ko: '디스크가 가득 차서 이미지를 준비하지 못했습니다: {tail}',
          en: 'The disk is full, so the images could not be prepared: {tail}',
        },
        { tail },
      ),
      hint: {
        ko: '`docker system df` 로 쓰고 있는 공간을 보고 2 GB 이상 비운 다음 `drydock prepare` 를 다시 실행하세요.',
        en: 'See what takes the space with `docker system df`, free at least 2 GB, then run `drydock prepare` again.',
      },
      cause,
    });
  }
  return new SandboxError({
    code,
    message: { ko: `${what.ko}: ${tail}`, en: `${what.en}: ${tail}` },
    hint,
    cause,
  });
}

/** The Docker daemon does not answer, or does not let us in. */
export function dockerUnreachable(cause: unknown): SandboxError {
  const detail = cause instanceof Error ? cause.message : String(cause);
  const denied = /EACCES|permission denied/i.test(detail);
  return new SandboxError({
    code: denied ? 'DOCKER_DENIED' : 'DOCKER_UNREACHABLE',
    message: denied
      ? {
          ko: `Docker 데몬에 접근할 권한이 없습니다: ${detail}`,
          en: `The Docker daemon does not let this user in: ${detail}`,
        }
      : {
          ko: `Docker 데몬이 응답하지 않습니다: ${detail}`,
          en: `The Docker daemon does not answer: ${detail}`,
        },
    hint: denied
      ? {
          ko: '`sudo usermod -aG docker "$USER"` 를 실행하고 다시 로그인한 다음 `docker version` 으로 확인하세요.',
          en: 'Run `sudo usermod -aG docker "$USER"`, log in again and check with `docker version`.',
        }
      : {
          ko: 'Docker를 시작한 다음 `docker version` 으로 확인하세요.',
          en: 'Start Docker, then check with `docker version`.',
        },
    cause,
  });
}

/** No source had the image; each attempt says why. */
export function imageUnavailable(reference: string, attempts: readonly Text[]): SandboxError {
  const list = (language: keyof Text) => attempts.map((attempt) => attempt[language]).join('; ');
  return new SandboxError({
    code: 'IMAGE_UNAVAILABLE',
    message: {
      ko: `\`${reference}\` 이미지를 구하지 못했습니다. ${list('ko')}`,
      en: `The image \`${reference}\` could not be had. ${list('en')}`,
    },
    hint: {
      ko: `인터넷에 연결한 다음 \`docker pull ${reference}\` 를 실행하거나, \`drydock prepare --registry-mirror URL\` 로 가까운 레지스트리를 알려 주세요.`,
      en: `Connect to the internet and run \`docker pull ${reference}\`, or name a registry nearby with \`drydock prepare --registry-mirror URL\`.`,
    },
  });
}

/** An image that the course builds could not be built on this machine. */
export function buildFailed(reference: string, output: string): SandboxError {
  const what = {
    ko: `\`${reference}\` 이미지를 빌드하지 못했습니다`,
    en: `The image \`${reference}\` could not be built`,
  };
  return preparationFailed('IMAGE_BUILD', what, output, undefined, {
    ko: '빌드는 패키지를 내려받습니다. 인터넷 연결과 프록시 설정을 확인한 다음 `drydock prepare` 를 다시 실행하세요.',
    en: 'The build fetches packages: check the internet connection and the proxy, then run `drydock prepare` again.',
  });
}

/** The offline kit lacks a program on this machine. */
export function kitToolMissing(tool: string, install: string, cause?: unknown): UsageError {
  return new UsageError({
    code: 'KIT_TOOL_MISSING',
    message: {
      ko: `레지스트리에 닿지 않을 때 이미지를 만드는 데 필요한 \`${tool}\` 프로그램이 없습니다.`,
      en: `The program \`${tool}\` is missing; without a registry it is needed to make the images.`,
    },
    hint: {
      ko: `\`${install}\` 를 실행하거나 인터넷에 연결한 다음 \`drydock prepare\` 를 다시 실행하세요.`,
      en: `Run \`${install}\`, or connect to the internet, then run \`drydock prepare\` again.`,
    },
    cause,
  });
}
