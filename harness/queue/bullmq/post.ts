import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { GradingJob } from '../job.ts';
import type { Archive } from './archive.ts';
import { ArchiveShelf } from './archive-shelf.ts';
import { type DeadLetter, deadLetters } from './dead-letters.ts';
import type { Graded } from './graded-box.ts';
import { keepMs, keys } from './keys.ts';
import { priorities, type QueuedJob } from './queued-job.ts';
import { ResultsShelf } from './results-shelf.ts';

/** What became of a job that was sent: `lost` when Redis knows neither it nor a result of it. */
export type Whereabouts = 'underway' | 'graded' | 'lost';

/** A run's jobs in Redis, as its coordinator handles them. */
export class Post {
  readonly #redis: Redis;
  readonly #queue: Queue<QueuedJob>;
  readonly #run: string;
  readonly #archives: ArchiveShelf;
  readonly #results: ResultsShelf;

  constructor(redis: Redis, queue: Queue<QueuedJob>, run: string) {
    this.#redis = redis;
    this.#queue = queue;
    this.#run = run;
    this.#archives = new ArchiveShelf(redis);
    this.#results = new ResultsShelf(redis);
  }

  /** Sends a job, unless it is there from before. True when there is a result of it already. */
  async send(id: string, job: GradingJob, archive: Archive): Promise<boolean> {
    const wanted = keys.wanted(this.#run);
    await this.#redis.multi().hset(wanted, id, archive.hash).pexpire(wanted, keepMs).exec();
    if (await this.#results.has(id)) return true;
    await this.#archives.put(archive, id);
    const data: QueuedJob = { run: this.#run, job, archive: archive.hash, failures: [] };
    await this.#queue.add('grade', data, {
      jobId: id,
      priority: priorities[job.priority],
      removeOnComplete: true,
      removeOnFail: true,
    });
    return false;
  }

  result(id: string): Promise<Graded | undefined> {
    return this.#results.get(id);
  }

  async look(jobs: readonly { id: string; archive: string }[]): Promise<Whereabouts[]> {
    if (jobs.length === 0) return [];
    const asked = this.#redis.pipeline();
    // The result last: a job that ends between the two questions leaves its result behind.
    for (const { id, archive } of jobs)
      asked.exists(this.#queue.toKey(id)).exists(keys.archive(archive)).exists(keys.result(id));
    const answers = (await asked.exec()) ?? [];
    return jobs.map((_, index) => {
      const [job, archive, result] = [0, 1, 2].map((at) => answers[3 * index + at]?.[1] === 1);
      return result ? 'graded' : job && archive ? 'underway' : 'lost';
    });
  }

  /** A job's result is stored: nothing of it is needed any more. */
  async forget(id: string, archive: string): Promise<void> {
    await this.#redis.multi().hdel(keys.wanted(this.#run), id).del(keys.result(id)).exec();
    await this.#archives.release(archive, id);
    // One that a second worker holds stays until that worker finds that nobody wants it.
    await this.#queue.remove(id).catch(() => undefined);
  }

  /** Takes away what an earlier coordinator of this run sent and nobody asked for since. */
  async forgetRun(): Promise<void> {
    const left = await this.#redis.hgetall(keys.wanted(this.#run));
    for (const [id, archive] of Object.entries(left)) await this.forget(id, archive);
  }

  deadLetters(): Promise<DeadLetter[]> {
    return deadLetters(this.#redis, this.#run);
  }
}
