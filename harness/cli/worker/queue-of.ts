import { UsageError } from '../../errors.ts';
import type { Environment } from '../output.ts';

/** The address of the queue's Redis: `--queue`, or else DRYDOCK_QUEUE, which no list of processes shows. */
export function queueOf(asked: string | undefined, env: Environment): string | undefined {
  const url = asked ?? env.DRYDOCK_QUEUE;
  return url === undefined || url === '' ? undefined : url;
}

/** No queue was named where one is needed. */
export function queueMissing(): UsageError {
  return new UsageError({
    code: 'QUEUE_MISSING',
    message: {
      ko: '채점을 받아 올 Redis 주소가 없습니다.',
      en: 'There is no address of a Redis to take jobs from.',
    },
    hint: {
      ko: '`drydock worker --queue redis://호스트:6379` 로 실행하거나, 비밀번호가 있으면 주소를 `DRYDOCK_QUEUE` 환경 변수에 넣으세요.',
      en: 'Run `drydock worker --queue redis://HOST:6379`; with a password, put the address into the environment variable `DRYDOCK_QUEUE`.',
    },
  });
}
