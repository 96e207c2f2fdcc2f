import type Dockerode from 'dockerode';
import { findGolden, type GoldenStore } from '../images/index.ts';
import { ownLabel } from '../sandbox/index.ts';
import { type Finding, same } from './finding.ts';

/** The golden store for these images, and what to say of it. */
export async function storeFinding(
  docker: Dockerode,
  images: readonly string[],
): Promise<{ store: GoldenStore | undefined; finding: Finding }> {
  const store = await findGolden(docker, images);
  const title = { ko: '과제 이미지', en: 'Course images' };
  if (store === undefined)
    return {
      store,
      finding: {
        id: 'images',
        status: 'advice',
        title,
        found: { ko: '준비되지 않음', en: 'not prepared' },
        hint: {
          ko: '`drydock prepare` 로 미리 준비하세요. 하지 않으면 첫 채점 때 준비합니다.',
          en: 'Run `drydock prepare`; otherwise the first grading prepares them.',
        },
      },
    };
  const standIns = images.filter((image) => store.images[image]?.standIn);
  const kinds = { real: images.length - standIns.length, standIn: standIns.length };
  return {
    store,
    finding: {
      id: 'images',
      status: 'ok',
      title,
      found: {
        ko: `준비됨: 원본 ${kinds.real}개, 대체 이미지 ${kinds.standIn}개, 엔진 ${store.engineVersion}`,
        en: `prepared: ${kinds.real} real, ${kinds.standIn} stand-ins, engine ${store.engineVersion}`,
      },
      ...(standIns.length === 0
        ? {}
        : {
            hint: {
              ko: `대체 이미지(${standIns.join(', ')})로 채점한 결과에는 그렇게 적힙니다. 원본을 쓰려면 레지스트리에 연결하고 \`drydock prepare --force\` 를 실행하세요.`,
              en: `Results graded on stand-ins (${standIns.join(', ')}) say so. For the real images connect to a registry and run \`drydock prepare --force\`.`,
            },
          }),
    },
  };
}

/** Containers of ours that are there now: of a grading under way, or left by a crash. */
export async function leftoverFinding(docker: Dockerode): Promise<Finding> {
  const containers = await docker.listContainers({ all: true, filters: { label: [ownLabel] } });
  const count = containers.length;
  return {
    id: 'leftovers',
    status: count === 0 ? 'ok' : 'advice',
    title: { ko: '남은 컨테이너', en: 'Leftovers' },
    found: count === 0 ? { ko: '없음', en: 'none' } : same(String(count)),
    ...(count === 0
      ? {}
      : {
          hint: {
            ko: '채점 중이 아니라면 다음 `drydock check` 가 지웁니다. 보기: `docker ps -a --filter label=drydock`',
            en: 'Unless a grading is under way, the next `drydock check` removes them. See: `docker ps -a --filter label=drydock`',
          },
        }),
  };
}
