import { cgroupFinding } from './cgroup-finding.ts';
import type { EngineConnection } from './engine-connection.ts';
import type { EngineVersion } from './engine-ping.ts';
import { type Finding, same } from './finding.ts';
import { isolationRuntimes } from './runtime.ts';

/** What `GET /info` says that grading depends on. */
export interface EngineInfo {
  readonly Driver?: string;
  readonly DriverStatus?: readonly (readonly string[])[] | null;
  readonly CgroupVersion?: string;
  readonly CgroupDriver?: string;
  readonly OSType?: string;
  readonly SecurityOptions?: readonly string[] | null;
  readonly DefaultRuntime?: string;
  readonly Runtimes?: Readonly<Record<string, unknown>> | null;
  /** Whether the kernel lets containers be limited in memory and in their number of processes. */
  readonly MemoryLimit?: boolean;
  readonly PidsLimit?: boolean;
}

/** The API of Docker 20.10, the oldest that Drydock was tried with. */
const oldestApi = '1.41';

/** What the engine's own answers mean for grading. */
export function engineFindings(
  connection: EngineConnection,
  version: EngineVersion,
  info: EngineInfo,
): Finding[] {
  return [
    versionFinding(connection, version, info),
    storageFinding(info),
    cgroupFinding(info),
    runtimeFinding(info),
  ];
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

function storageFinding({ Driver = '?', DriverStatus }: EngineInfo): Finding {
  const containerd = (DriverStatus ?? []).some((row) => row.join(' ').includes('io.containerd.snapshotter'));
  const ok = ['overlay2', 'overlayfs', 'fuse-overlayfs'].includes(Driver);
  return {
    id: 'storage',
    status: ok ? 'ok' : 'advice',
    title: { ko: '스토리지 드라이버', en: 'Storage driver' },
    found: containerd
      ? {
          ko: `${Driver} (containerd 이미지 저장소), 샌드박스의 엔진은 overlay2`,
          en: `${Driver} (containerd image store); engines in sandboxes have overlay2`,
        }
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

/** What isolates engines here, and what could more strongly; none of the latter is needed. */
function runtimeFinding({ Runtimes, DefaultRuntime = 'runc', SecurityOptions }: EngineInfo): Finding {
  const names = Object.keys(Runtimes ?? {});
  const strong = names.filter((name) => name !== DefaultRuntime && isolationRuntimes.includes(name));
  const remapped = (SecurityOptions ?? []).some((option) => option.includes('name=userns'));
  const base = remapped ? `${DefaultRuntime}, userns-remap` : DefaultRuntime;
  return {
    id: 'runtimes',
    status: 'ok',
    title: { ko: '격리 런타임', en: 'Isolation runtimes' },
    found:
      strong.length > 0
        ? {
            ko: `기본 ${base}, \`--runtime\` 옵션으로: ${strong.join(', ')}`,
            en: `${base} by default; with \`--runtime\`: ${strong.join(', ')}`,
          }
        : {
            ko: `${base} (sysbox, gVisor, kata 없음): 커널을 함께 씁니다`,
            en: `${base} (no sysbox, gVisor or kata): the kernel is shared`,
          },
  };
}
