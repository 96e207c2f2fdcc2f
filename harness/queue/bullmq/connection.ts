import { Redis } from 'ioredis';
import { UsageError } from '../../errors.ts';
import type { Text } from '../../text.ts';
import type { RedisAddress } from './redis-address.ts';

/** How long the first answer may take, in milliseconds. */
const firstAnswerMs = 8000;
/** The longest pause between two tries to get back to a Redis that went away. */
const longestPauseMs = 2000;

/**
 * A connection that outlives Redis' absences: what is asked meanwhile waits, and is answered when it is back.
 * `notice` is told of both moments.
 */
export function connect(address: RedisAddress, name: string, notice?: (text: Text) => void): Redis {
  const redis = new Redis({
    ...address.entry,
    connectionName: `drydock-${name}`,
    // RESP2 keeps subscriptions and replies alike on every server from Redis 6 on.
    protocol: 2,
    maxRetriesPerRequest: null,
    retryStrategy: (tries) => Math.min(50 * 2 ** tries, longestPauseMs),
  });
  let lost = false;
  // An unheard 'error' would end the process; what matters of it is that the connection closed.
  redis.on('error', () => undefined);
  redis.on('close', () => {
    if (!lost && redis.status !== 'end') notice?.(away(address));
    lost = true;
  });
  redis.on('ready', () => {
    if (lost) notice?.(back(address));
    lost = false;
  });
  redis.on('end', () => {
    lost = true;
  });
  return redis;
}

/** Asks Redis once. Throws UsageError `QUEUE_UNREACHABLE` or `QUEUE_REFUSED`: at the start nothing waits for it. */
export async function reachRedis(address: RedisAddress): Promise<void> {
  const redis = new Redis({
    ...address.entry,
    protocol: 2,
    lazyConnect: true,
    connectTimeout: firstAnswerMs,
    commandTimeout: firstAnswerMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let first: unknown;
  redis.on('error', (error) => {
    first ??= error;
  });
  try {
    await redis.connect();
    await redis.ping();
    // A database that is not there is told by an event alone, and the first one would be used in its place.
    if (first !== undefined) throw first;
  } catch (thrown) {
    // What the library's errors carry besides their sentence includes the password that was sent.
    const why =
      first instanceof Error ? first.message : thrown instanceof Error ? thrown.message : `${thrown}`;
    throw /WRONGPASS|NOAUTH|NOPERM|ERR AUTH|invalid password|DB index/i.test(why)
      ? refused(address, why)
      : unreachable(address, why);
  } finally {
    redis.disconnect();
  }
}

function unreachable({ shown, tls }: RedisAddress, why: string): UsageError {
  return new UsageError({
    code: 'QUEUE_UNREACHABLE',
    message: {
      ko: `\`${shown}\` 주소의 Redis에 연결하지 못했습니다: ${why}`,
      en: `The Redis at \`${shown}\` cannot be reached: ${why}`,
    },
    hint: tls
      ? {
          ko: '주소가 맞는지 확인하세요. 직접 만든 인증서라면 `NODE_EXTRA_CA_CERTS=ca.pem` 으로 알려 주세요.',
          en: 'Check the address. For a certificate of your own set `NODE_EXTRA_CA_CERTS=ca.pem`.',
        }
      : {
          ko: `\`redis-cli -u ${shown} ping\` 으로 확인하세요. TLS만 받는 Redis라면 \`rediss://\` 로 쓰세요.`,
          en: `Try \`redis-cli -u ${shown} ping\`. A Redis that takes TLS alone is written \`rediss://\`.`,
        },
  });
}

function refused({ shown }: RedisAddress, why: string): UsageError {
  return new UsageError({
    code: 'QUEUE_REFUSED',
    message: {
      ko: `\`${shown}\` 주소의 Redis가 접속을 거절했습니다: ${why}`,
      en: `The Redis at \`${shown}\` did not let us in: ${why}`,
    },
    hint: {
      ko: '`DRYDOCK_QUEUE=redis://사용자:비밀번호@호스트:6379` 처럼 사용자와 비밀번호를 확인하세요.',
      en: 'Check user and password: `DRYDOCK_QUEUE=redis://USER:PASSWORD@HOST:6379`.',
    },
  });
}

function away({ shown }: RedisAddress): Text {
  return {
    ko: `\`${shown}\` 주소의 Redis가 응답하지 않습니다. 돌아올 때까지 기다립니다.`,
    en: `The Redis at \`${shown}\` is away; waiting until it is back.`,
  };
}

function back({ shown }: RedisAddress): Text {
  return {
    ko: `\`${shown}\` 주소의 Redis가 돌아왔습니다. 이어서 합니다.`,
    en: `The Redis at \`${shown}\` is back; going on.`,
  };
}
