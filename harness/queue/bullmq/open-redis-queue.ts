import { randomBytes } from 'node:crypto';
import { Queue } from 'bullmq';
import type { Text } from '../../text.ts';
import { connect, reachRedis } from './connection.ts';
import { Fleet } from './fleet.ts';
import { keys, prefix, queueName } from './keys.ts';
import { type Member, Members } from './members.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { Post } from './post.ts';
import type { News, QueuedJob } from './queued-job.ts';
import { RedisAddress } from './redis-address.ts';
import { RedisQueue } from './redis-queue.ts';
import { type Timing, usualTiming } from './timing.ts';
import { fingerprintOf, type Versions } from './versions.ts';
import type { JobFunction } from './worker-options.ts';

export interface RedisQueueOptions {
  /** `redis://…` or `rediss://…` */
  readonly url: string;
  /** The run's name: who opens a queue with the same one resumes what was sent before. */
  readonly run: string;
  readonly versions: Versions;
  /** Settles what needs no engine: nothing handed in, or too much. */
  readonly gradeHere: JobFunction;
  /** News for the operator: Redis is away, no worker is there, workers wait with other versions. */
  readonly notice?: (text: Text) => void;
  readonly timing?: Partial<Timing>;
}

/** Opens the coordinator's side of a queue. Throws UsageError when the address is wrong or Redis cannot be reached. */
export async function openRedisQueue(options: RedisQueueOptions): Promise<RedisQueue> {
  const { run, versions, gradeHere, notice = () => undefined } = options;
  const timing = { ...usualTiming, ...options.timing };
  const address = RedisAddress.parse(options.url);
  await reachRedis(address);

  await using made = new AsyncDisposableStack();
  const redis = connect(address, `grade-${run}`, notice);
  made.defer(() => redis.disconnect());
  const ears = connect(address, `news-${run}`);
  made.defer(() => ears.disconnect());
  const fingerprint = fingerprintOf(versions);
  const queue = new Queue<QueuedJob>(queueName(fingerprint), {
    ...{ connection: redis, prefix, skipVersionCheck: true },
    // Nobody reads BullMQ's own events.
    streams: { events: { maxLen: 100 } },
  });
  queue.on('error', () => undefined);
  made.defer(() => queue.close());

  const fleet = new Fleet({ fingerprint, versions }, address.shown, notice);
  const members = new Members(redis, timing.beatMs);
  const close = async () => {
    clearInterval(sweeping);
    await kept.disposeAsync();
  };
  const gradingQueue = new RedisQueue({
    ...{ run, fleet, gradeHere, notice, close, post: new Post(redis, queue, run) },
  });

  ears.on('message', (_channel, message) => gradingQueue.heard(JSON.parse(message) as News));
  await ears.subscribe(keys.news(run));
  const id = `run-${run}-${randomBytes(6).toString('hex')}`;
  const self: Member = {
    ...{ id, name: run, role: 'coordinator', fingerprint, versions, slots: 0, running: 0 },
    ...{ state: 'ready', why: null },
  };
  made.use(
    members.attend(
      () => self,
      async () => {
        fleet.see(await members.list());
        gradingQueue.counted();
      },
    ),
  );
  const look = oneAtATime(() => gradingQueue.sweep());
  const sweeping = setInterval(look, timing.sweepMs);
  const kept = made.move();
  return gradingQueue;
}
