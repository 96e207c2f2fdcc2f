import { accessSync, constants } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { availableParallelism, freemem, totalmem } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Finding, same } from './finding.ts';
import type { Environment } from './output.ts';

const gibibyte = 2 ** 30;
const oldestNode = 24;
/** An engine with a running exercise holds a few hundred megabytes; below this the kernel starts to kill. */
const usefulMemoryBytes = gibibyte;
/** Preparing the course's images needs about this much; grading itself works in memory. */
const usefulDiskBytes = 2 * gibibyte;

/** Whether Node is one that runs Drydock. */
export function nodeFinding(version: string): Finding {
  const ok = Number(version.split('.')[0]?.replace('v', '')) >= oldestNode;
  return {
    id: 'node',
    status: ok ? 'ok' : 'missing',
    title: same('Node.js'),
    found: same(version),
    ...(ok
      ? {}
      : {
          hint: {
            ko: `Node.js ${oldestNode} 이상이 필요합니다. 저장소에서는 \`script/bootstrap\` 이 설치합니다.`,
            en: `Node.js ${oldestNode} or newer is needed; in a checkout \`script/bootstrap\` installs it.`,
          },
        }),
  };
}

/** How much memory there is to grade in. */
export function memoryFinding(free = freemem(), total = totalmem(), cores = availableParallelism()): Finding {
  const ok = free >= usefulMemoryBytes;
  const sizes = `${gib(free)} / ${gib(total)} GiB`;
  return {
    id: 'memory',
    status: ok ? 'ok' : 'advice',
    title: { ko: '메모리', en: 'Memory' },
    found: { ko: `${sizes} 사용 가능, 코어 ${cores}개`, en: `${sizes} available, ${cores} cores` },
    ...(ok
      ? {}
      : {
          hint: {
            ko: '다른 프로그램을 끝내 1 GiB 이상 비우세요: `free -h`',
            en: 'Free at least 1 GiB: `free -h` shows what there is.',
          },
        }),
  };
}

/** How much room the disk of the engine has; undefined when the engine's folder is not on this machine. */
export async function diskFinding(folder: string, prepared: boolean): Promise<Finding | undefined> {
  const disk = await statfs(folder).catch(() => undefined);
  return disk && diskFindingOf(folder, disk.bavail * disk.bsize, prepared);
}

/** What a number of free bytes means: images that are prepared already need no more. */
export function diskFindingOf(folder: string, free: number, prepared: boolean): Finding {
  const ok = free >= usefulDiskBytes;
  return {
    id: 'disk',
    status: ok ? 'ok' : prepared ? 'advice' : 'missing',
    title: { ko: '디스크', en: 'Disk' },
    found: { ko: `\`${folder}\` 에 ${gib(free)} GiB 남음`, en: `${gib(free)} GiB free in \`${folder}\`` },
    ...(ok
      ? {}
      : {
          hint: {
            ko: '이미지 준비에 2 GiB가 필요합니다. `docker system df` 로 쓰고 있는 공간을 보세요.',
            en: 'Preparing images takes 2 GiB; `docker system df` shows what could go.',
          },
        }),
  };
}

/** Whether stand-in images could be built where no registry answers. */
export function kitFinding(env: Environment, prepared: boolean): Finding {
  const tool = 'mmdebstrap';
  const ok = onPath(tool, env);
  return {
    id: 'offline-kit',
    status: ok || prepared ? 'ok' : 'advice',
    title: { ko: '오프라인 이미지 도구', en: 'Offline image kit' },
    found: ok ? same(tool) : { ko: `\`${tool}\` 없음`, en: `no \`${tool}\`` },
    ...(ok || prepared
      ? {}
      : {
          hint: {
            ko: `레지스트리에 연결되면 필요 없습니다. 아니라면 \`sudo apt-get install ${tool}\` 명령을 실행하세요.`,
            en: `Not needed where a registry answers; otherwise run \`sudo apt-get install ${tool}\`.`,
          },
        }),
  };
}

function onPath(tool: string, env: Environment): boolean {
  return (env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

function gib(bytes: number): string {
  return (bytes / gibibyte).toFixed(1);
}
