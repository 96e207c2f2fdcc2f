import { SandboxError, UsageError } from '../errors.ts';
import type { Text } from '../text.ts';

/** A context that is selected but does not exist. */
export function contextMissing(name: string, cause: unknown): UsageError {
  return new UsageError({
    code: 'DOCKER_CONTEXT_MISSING',
    message: { ko: `\`${name}\` 도커 컨텍스트가 없습니다.`, en: `There is no docker context \`${name}\`.` },
    hint: {
      ko: '`docker context ls` 로 이름을 보고 `docker context use default` 로 되돌리세요.',
      en: 'See the names with `docker context ls`; `docker context use default` goes back to the default one.',
    },
    cause,
  });
}

/** A file of the docker command that cannot be understood. */
export function contextUnreadable(file: string, cause: unknown): UsageError {
  return new UsageError({
    code: 'DOCKER_CONFIG_UNREADABLE',
    message: {
      ko: `도커 설정 파일 \`${file}\` 의 내용을 이해할 수 없습니다.`,
      en: `The docker configuration in \`${file}\` cannot be understood.`,
    },
    hint: {
      ko: `파일을 고치거나 \`DOCKER_HOST=unix:///var/run/docker.sock drydock …\` 로 실행하세요.`,
      en: `Mend the file, or run \`DOCKER_HOST=unix:///var/run/docker.sock drydock …\`.`,
    },
    cause,
  });
}

/** An address that Drydock has no way to. */
export function hostUnusable(host: string, from: string): UsageError {
  return new UsageError({
    code: 'DOCKER_HOST_UNUSABLE',
    message: {
      ko: `\`${host}\` 주소(${from})로는 연결할 수 없습니다. drydock 은 unix:// 와 tcp:// 주소를 씁니다.`,
      en: `\`${host}\` (from ${from}) cannot be used: drydock speaks unix:// and tcp://.`,
    },
    hint: forwardHint(host) ?? {
      ko: '이 기계의 도커를 쓰려면 `unset DOCKER_HOST` 또는 `docker context use default` 를 실행하세요.',
      en: 'To use this machine’s engine: `unset DOCKER_HOST`, or `docker context use default`.',
    },
  });
}

/** An engine behind ssh is reached through a socket that ssh itself forwards. */
function forwardHint(host: string): Text | undefined {
  const login = /^ssh:\/\/([\w.@-]+)$/.exec(host)?.[1];
  if (login === undefined) return undefined;
  const forward = `ssh -fNT -L /tmp/drydock.sock:/var/run/docker.sock ${login}`;
  return {
    ko: `먼저 \`${forward}\` 를 실행하고 \`export DOCKER_HOST=unix:///tmp/drydock.sock\` 을 실행하세요.`,
    en: `First run \`${forward}\`, then \`export DOCKER_HOST=unix:///tmp/drydock.sock\`.`,
  };
}

/** The engine cannot be reached; says why in the operator's terms, from the error of the connection. */
export function engineUnreachable(
  connection: { host: string; from: string; socketPath: string | undefined },
  cause: unknown,
  user: string,
): SandboxError {
  const { host, from } = connection;
  const code = (cause as NodeJS.ErrnoException | null)?.code;
  if (code === 'EACCES' || code === 'EPERM')
    return new SandboxError({
      code: 'DOCKER_NO_RIGHTS',
      message: {
        ko: `\`${host}\` 도커 소켓을 쓸 권한이 없습니다(사용자: ${user}).`,
        en: `The user ${user} may not use the Docker socket \`${host}\`.`,
      },
      hint: {
        ko: `\`sudo usermod -aG docker ${user}\` 를 실행하고 다시 로그인하세요(또는 \`newgrp docker\`).`,
        en: `Run \`sudo usermod -aG docker ${user}\` and log in again (or \`newgrp docker\`).`,
      },
      cause,
    });
  if (code === 'ENOENT' && from === 'default')
    return new SandboxError({
      code: 'DOCKER_MISSING',
      message: {
        ko: `도커 엔진이 없습니다: \`${host}\` 소켓을 찾지 못했습니다.`,
        en: `There is no Docker engine: no socket at \`${host}\`.`,
      },
      hint: {
        ko: '데비안·우분투: `sudo apt-get install docker.io` 후 `sudo systemctl start docker`. 그다음 `drydock doctor` 로 확인하세요.',
        en: 'On Debian and Ubuntu: `sudo apt-get install docker.io`, then `sudo systemctl start docker`. See with `drydock doctor`.',
      },
      cause,
    });
  return new SandboxError({
    code: 'DOCKER_SILENT',
    message: {
      ko: `\`${host}\` 도커 엔진(${from})이 응답하지 않습니다.`,
      en: `The Docker engine at \`${host}\` (from ${from}) does not answer.`,
    },
    hint: silentHint(from),
    cause,
  });
}

function silentHint(from: string): { ko: string; en: string } {
  if (from === 'DOCKER_HOST')
    return {
      ko: '`docker version` 으로 확인하세요. 이 기계의 도커를 쓰려면 `unset DOCKER_HOST` 를 실행하세요.',
      en: 'Check with `docker version`. To use the engine of this machine, run `unset DOCKER_HOST`.',
    };
  return {
    ko: '`sudo systemctl start docker` 로 시작하고 `docker version` 으로 확인하세요.',
    en: 'Start it with `sudo systemctl start docker` and check with `docker version`.',
  };
}
