import type { EngineInfo } from './engine-findings.ts';
import { type Finding, same } from './finding.ts';

type CgroupInfo = Pick<
  EngineInfo,
  'CgroupVersion' | 'CgroupDriver' | 'SecurityOptions' | 'MemoryLimit' | 'PidsLimit'
>;

/** Which cgroup version carries the sandboxes' limits, and whether all of them hold. */
export function cgroupFinding(info: CgroupInfo): Finding {
  const { CgroupVersion = '1', CgroupDriver = '?', SecurityOptions } = info;
  const rootless = (SecurityOptions ?? []).some((option) => option.includes('rootless'));
  const shown = `v${CgroupVersion}, ${CgroupDriver}${rootless ? ', rootless' : ''}`;
  const finding = { id: 'cgroup', title: { ko: 'cgroup', en: 'cgroup' } };
  if (rootless) return { ...finding, status: 'advice', found: same(shown), hint: rootlessHint };
  const missing = [
    ...(info.MemoryLimit === false ? ['memory'] : []),
    ...(info.PidsLimit === false ? ['pids'] : []),
  ].join(', ');
  if (missing !== '')
    return {
      ...finding,
      status: 'advice',
      found: {
        ko: `${shown}, 없는 컨트롤러: ${missing}`,
        en: `${shown}, without the controllers: ${missing}`,
      },
      hint: {
        ko: '이 한도 없이는 제출물 하나가 기계 전체를 쓸 수 있습니다. 커널 명령줄에 `cgroup_enable=memory` 를 더하고 다시 부팅하세요.',
        en: 'Without them one submission may use up the whole machine: boot with `cgroup_enable=memory` on the kernel’s command line.',
      },
    };
  const meaning =
    CgroupVersion === '2'
      ? {
          ko: '한도를 한 트리에서 샌드박스의 엔진으로 물려줍니다',
          en: 'limits are handed down one tree to the engine in the sandbox',
        }
      : {
          ko: '컨트롤러마다 한도를 둡니다. 일시 정지된 컨테이너는 지우기 전에 다시 움직이게 합니다',
          en: 'limits hold in each controller; paused containers are thawed before they are removed',
        };
  return {
    ...finding,
    status: 'ok',
    found: { ko: `${shown}: ${meaning.ko}`, en: `${shown}: ${meaning.en}` },
  };
}

const rootlessHint = {
  ko: '루트리스 엔진에서는 샌드박스의 엔진이 뜨지 않을 수 있습니다. 시스템 엔진을 쓰세요: `docker context use default`',
  en: 'A rootless engine may not be able to carry another one; use the system’s: `docker context use default`',
};
