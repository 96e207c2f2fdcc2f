import type { TransportKind } from '../sandbox/index.ts';
import type { Finding } from './finding.ts';

const ways: Record<TransportKind | 'unknown', Finding['found']> = {
  'shared-folder': {
    ko: '이 기계의 폴더를 엔진이 마운트합니다',
    en: 'a folder of this machine, which the engine mounts',
  },
  streams: {
    ko: '엔진이 이 기계의 파일을 보지 못하므로, 엔진의 API로 연결을 실어 나릅니다',
    en: 'over the engine’s own API, since it does not see this machine’s files',
  },
  unknown: {
    ko: '과제 이미지를 준비하면 정해집니다',
    en: 'found out once the course images are prepared',
  },
};

/** How sandboxes on this engine are reached; undefined when that cannot be tried yet. Either way grades the same. */
export function transportFinding(kind: TransportKind | undefined): Finding {
  return {
    id: 'transport',
    status: 'ok',
    title: { ko: '샌드박스와 잇는 길', en: 'Way to the sandboxes' },
    found: ways[kind ?? 'unknown'],
  };
}
