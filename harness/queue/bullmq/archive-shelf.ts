import type { Redis } from 'ioredis';
import type { Archive } from './archive.ts';
import { keepMs, keys } from './keys.ts';

/** Notes that a job needs an archive, and tells whether it is there already. */
const claim = `
redis.call('SADD', KEYS[2], ARGV[1])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;
/** Takes that back, and the archive away when no job needs it any more. */
const release = `
redis.call('SREM', KEYS[2], ARGV[1])
if redis.call('SCARD', KEYS[2]) == 0 then redis.call('DEL', KEYS[1], KEYS[2]) end`;

/** The archives in Redis: each content once, for as long as a job needs it. */
export class ArchiveShelf {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** Puts an archive there for a job, unless it is there. */
  async put({ hash, bytes }: Archive, id: string): Promise<void> {
    const there = await this.#redis.eval(claim, 2, keys.archive(hash), keys.archiveJobs(hash), id, keepMs);
    if (there !== 1) await this.#redis.set(keys.archive(hash), bytes, 'PX', keepMs);
  }

  /** Undefined when it is gone. */
  async get(hash: string): Promise<Archive | undefined> {
    const bytes = await this.#redis.getBuffer(keys.archive(hash));
    return bytes === null ? undefined : { hash, bytes };
  }

  /** A job does not need it any more. */
  async release(hash: string, id: string): Promise<void> {
    await this.#redis.eval(release, 2, keys.archive(hash), keys.archiveJobs(hash), id);
  }
}
