import type { Redis } from 'ioredis';
import { boxGraded, type Graded, openGraded } from './graded-box.ts';
import { keepMs, keys } from './keys.ts';
import type { News } from './queued-job.ts';

/** Keeps a result for a run that still waits for the job, unless there is one: the first counts, and only once. */
const keep = `
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3], 'NX')
redis.call('PUBLISH', KEYS[3], ARGV[4])
return 1`;

/** The results in Redis, from the moment a worker has them until the coordinator has stored them. */
export class ResultsShelf {
  readonly #redis: Redis;

  constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** Puts a result there and tells the run's coordinator. */
  async put(run: string, id: string, graded: Graded): Promise<void> {
    const news: News = { kind: 'finished', id, worker: graded.worker };
    const box = await boxGraded(graded);
    const [wanted, result, channel] = [keys.wanted(run), keys.result(id), keys.news(run)];
    await this.#redis.eval(keep, 3, wanted, result, channel, id, box, keepMs, JSON.stringify(news));
  }

  /** Undefined while there is none. Throws SandboxError `RESULT_BROKEN`. */
  async get(id: string): Promise<Graded | undefined> {
    const box = await this.#redis.getBuffer(keys.result(id));
    return box === null ? undefined : openGraded(box);
  }

  async has(id: string): Promise<boolean> {
    return (await this.#redis.exists(keys.result(id))) === 1;
  }

  /** Whether the run still waits for a job and has no result of it. */
  async isWanted(run: string, id: string): Promise<boolean> {
    const [wanted, there] = await Promise.all([
      this.#redis.hexists(keys.wanted(run), id),
      this.#redis.exists(keys.result(id)),
    ]);
    return wanted === 1 && there === 0;
  }
}
