import type { Text } from '../../text.ts';
import type { Member } from './members.ts';
import { type Versions, versionDifferences } from './versions.ts';

/** Said while no worker is there that could take a job. */
export function noWorker(shown: string): Text {
  return {
    ko: `채점할 worker가 없습니다. 도커가 있는 컴퓨터에서 \`drydock worker --queue ${shown}\` 를 실행하세요.`,
    en: `No worker is there. Run \`drydock worker --queue ${shown}\` on a machine with Docker.`,
  };
}

/** Said of workers that wait with other versions. */
export function waitingElsewhere(versions: Versions, others: readonly Member[]): Text {
  const names = others.map(({ name }) => name).join(', ');
  const differences = others.flatMap((other) => versionDifferences(versions, other.versions));
  const listed = [...new Set(differences)].slice(0, 5).join('; ');
  return {
    ko: `worker ${others.length}개(${names})는 버전이 달라 이 채점을 받지 않습니다: ${listed}. 같은 과정 폴더를 쓰고 \`drydock prepare --save\`/\`--load\` 로 이미지를 맞추세요.`,
    en: `${others.length} workers (${names}) wait with other versions and take none of these jobs: ${listed}. Use the same course, and carry the images over with \`drydock prepare --save\` and \`--load\`.`,
  };
}

/** Said once of a worker that took itself out. */
export function tookItselfOut({ name, why }: Member): Text {
  return {
    ko: `worker \`${name}\` 이(가) 스스로 빠졌습니다: ${why?.ko ?? ''}`,
    en: `The worker \`${name}\` took itself out: ${why?.en ?? ''}`,
  };
}

/** Said when jobs had vanished from Redis and were sent again. */
export function sentAgain(count: number): Text {
  return {
    ko: `Redis에서 사라진 채점 ${count}개를 다시 보냈습니다.`,
    en: `Sent ${count} jobs again that had vanished from Redis.`,
  };
}
