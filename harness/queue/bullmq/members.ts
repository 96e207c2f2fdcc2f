import type { Redis } from 'ioredis';
import type { Text } from '../../text.ts';
import { keys } from './keys.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Versions } from './versions.ts';

/** Someone who takes part: a worker, or the coordinator of a run. */
export interface Member {
  readonly id: string;
  /** For people: a machine's name, or a run's. */
  readonly name: string;
  readonly role: 'worker' | 'coordinator';
  readonly fingerprint: string;
  readonly versions: Versions;
  /** Jobs it may run at once, and runs now. */
  readonly slots: number;
  readonly running: number;
  /** `out`: it took itself out, and is remembered for the sake of its reason. */
  readonly state: 'ready' | 'draining' | 'out';
  readonly why: Text | null;
}

/** How long a worker that took itself out is remembered, in milliseconds. */
const rememberMs = 24 * 3600 * 1000;

/** Who takes part, in Redis. Redis' own clock decides who is there still, so that the machines' clocks may differ. */
export class Members {
  readonly #redis: Redis;
  readonly #beatMs: number;

  /** Every member renews its record each `beatMs`, and is taken for gone after missing four of them. */
  constructor(redis: Redis, beatMs: number) {
    this.#redis = redis;
    this.#beatMs = beatMs;
  }

  /** Says what `now` gives, now and with every beat, until disposed of; `beat` is called after each. */
  attend(now: () => Member, beat: () => Promise<void>): AsyncDisposable & { renew(): Promise<void> } {
    const renew = () => this.#renew(now());
    // While Redis is away one beat waits.
    const turn = oneAtATime(() => renew().then(beat));
    turn();
    const timer = setInterval(turn, this.#beatMs);
    return {
      renew,
      [Symbol.asyncDispose]: async () => {
        clearInterval(timer);
        const last = now();
        if (this.#redis.status !== 'ready') return;
        if (last.state === 'out') await this.#renew(last);
        else await this.#redis.multi().srem(keys.members, last.id).del(keys.member(last.id)).exec();
      },
    };
  }

  /** All that are there, and those that took themselves out lately. */
  async list(): Promise<Member[]> {
    const ids = await this.#redis.smembers(keys.members);
    if (ids.length === 0) return [];
    const records = await this.#redis.mget(ids.map(keys.member));
    const gone = ids.filter((_, index) => records[index] === null);
    if (gone.length > 0) await this.#redis.srem(keys.members, ...gone);
    return records
      .filter((record) => typeof record === 'string')
      .map((record) => JSON.parse(record) as Member);
  }

  async #renew(member: Member): Promise<void> {
    const ms = member.state === 'out' ? rememberMs : 4 * this.#beatMs;
    await this.#redis
      .multi()
      .sadd(keys.members, member.id)
      .set(keys.member(member.id), JSON.stringify(member), 'PX', ms)
      .exec();
  }
}
