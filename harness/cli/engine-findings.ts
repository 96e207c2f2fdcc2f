import type { EngineConnection } from './engine-connection.ts';
import type { EngineVersion } from './engine-ping.ts';
import { type Finding, same } from './finding.ts';

/** What `GET /info` says that grading depends on. */
export interface EngineInfo {
  readonly Driver?: string;
  readonly DriverStatus?: readonly (readonly string[])[] | null;
  readonly CgroupVersion?: string;
  readonly CgroupDriver?: string;
  readonly OSType?: string;
  readonly SecurityOptions?: readonly string[] | null;
  readonly Runtimes?: Readonly<Record<string, unknown>> | null;
}

/** The API of Docker 20.10, the oldest that Drydock was tried with. */
const oldestApi = '1.41';
const isolationRuntimes = ['sysbox-runc', 'runsc', 'kata', 'kata-runtime', 'io.containerd.kata.v2'];

/** What the engine's own answers mean for grading. */
export function engineFindings(
  connection: EngineConnection,
  version: EngineVersion,
  info: EngineInfo,
): Finding[] {
  return [
    versionFinding(connection, version, info),
    placeFinding(connection),
    storageFinding(info),
    cgroupFinding(info),
    runtimeFinding(info),
  ].filter((finding) => finding !== undefined);
}

function versionFinding({ host }: EngineConnection, version: EngineVersion, { OSType }: EngineInfo): Finding {
  const found = same(`${version.Version}, API ${version.ApiVersion}, ${version.Os}/${version.Arch}, ${host}`);
  const title = { ko: '도커 엔진', en: 'Docker engine' };
  if (OSType !== undefined && OSType !== 'linux')
    return {
      id: 'docker',
      status: 'missing',
      title,
      found,
      hint: {
        ko: '리눅스 컨테이너가 필요합니다. 도커 데스크톱을 리눅스 컨테이너로 바꾸세요.',
        en: 'Linux containers are needed: switch Docker Desktop to Linux containers.',
      },
    };
  if (compareApi(version.ApiVersion, oldestApi) >= 0) return { id: 'docker', status: 'ok', title, found };
  return {
    id: 'docker',
    status: 'missing',
    title,
    found,
    hint: {
      ko: `API ${oldestApi}(도커 20.10) 이상이 필요합니다: \`sudo apt-get install --only-upgrade docker.io\``,
      en: `API ${oldestApi} (Docker 20.10) or newer is needed: \`sudo apt-get install --only-upgrade docker.io\``,
    },
  };
}

/** Minor versions of the API are numbers: 1.9 is older than 1.41. */
function compareApi(one: string, other: string): number {
  const minor = (version: string) => Number(version.split('.')[1] ?? 0);
  return minor(one) - minor(other);
}

/** The gate's Unix socket is mounted into the sandbox, which works on one and the same machine alone. */
function placeFinding({ socketPath, host }: EngineConnection): Finding | undefined {
  if (socketPath !== undefined) return undefined;
  return {
    id: 'place',
    status: 'advice',
    title: { ko: '엔진의 위치', en: 'Place of the engine' },
    found: same(host),
    hint: {
      ko: '엔진이 이 기계에 있어야 채점할 수 있습니다. 다른 기계라면 그 기계에서 drydock 을 실행하세요.',
      en: 'Grading works only when the engine is on this machine; otherwise run drydock on the machine that has it.',
    },
  };
}

function storageFinding({ Driver = '?', DriverStatus }: EngineInfo): Finding {
  const containerd = (DriverStatus ?? []).some((row) => row.join(' ').includes('io.containerd.snapshotter'));
  const ok = ['overlay2', 'overlayfs', 'fuse-overlayfs'].includes(Driver);
  return {
    id: 'storage',
    status: ok ? 'ok' : 'advice',
    title: { ko: '스토리지 드라이버', en: 'Storage driver' },
    found: containerd
      ? { ko: `${Driver} (containerd 이미지 저장소)`, en: `${Driver} (containerd image store)` }
      : same(Driver),
    ...(ok
      ? {}
      : {
          hint: {
            ko: '샌드박스는 overlay2 를 씁니다. `/var/lib/docker` 가 ext4 나 xfs 에 있는지 `df -T /var/lib/docker` 로 확인하세요.',
            en: 'Sandboxes use overlay2: see with `df -T /var/lib/docker` whether it lies on ext4 or xfs.',
          },
        }),
  };
}

function cgroupFinding({ CgroupVersion = '1', CgroupDriver = '?', SecurityOptions }: EngineInfo): Finding {
  const rootless = (SecurityOptions ?? []).some((option) => option.includes('rootless'));
  return {
    id: 'cgroup',
    status: rootless ? 'advice' : 'ok',
    title: { ko: 'cgroup', en: 'cgroup' },
    found: same(`v${CgroupVersion}, ${CgroupDriver}${rootless ? ', rootless' : ''}`),
    ...(rootless
      ? {
          hint: {
            ko: '루트리스 엔진에서는 샌드박스의 엔진이 뜨지 않을 수 있습니다. 시스템 엔진을 쓰세요: `docker context use default`',
            en: 'A rootless engine may not be able to carry another one; use the system’s: `docker context use default`',
          },
        }
      : {}),
  };
}

/** What could isolate more strongly than runc; none of them is needed. */
function runtimeFinding({ Runtimes }: EngineInfo): Finding {
  const names = Object.keys(Runtimes ?? {});
  const strong = names.filter((name) => isolationRuntimes.includes(name));
  return {
    id: 'runtimes',
    status: 'ok',
    title: { ko: '격리 런타임', en: 'Isolation runtimes' },
    found:
      strong.length > 0
        ? same(strong.join(', '))
        : { ko: 'runc (sysbox, gVisor, kata 없음)', en: 'runc (no sysbox, gVisor or kata)' },
  };
}
