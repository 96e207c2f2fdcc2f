import type {
  RedisQueue,
  RedisQueueOptions,
  Versions,
  WorkerEnd,
  WorkerOptions,
  WorkersQuestion,
} from './bullmq/index.ts';

/**
 * Opens a queue whose jobs workers on other machines grade, by way of Redis. Throws UsageError when the address is wrong
 * or Redis cannot be reached. The libraries are loaded here: whoever grades in this process does without them.
 */
export async function openRedisQueue(options: RedisQueueOptions): Promise<RedisQueue> {
  const bullmq = await import('./bullmq/index.ts');
  return bullmq.openRedisQueue(options);
}

/** Throws the same for an address that cannot be used: to be told before anything long begins. */
export async function checkQueue(url: string): Promise<void> {
  const { reachRedis, RedisAddress } = await import('./bullmq/index.ts');
  await reachRedis(RedisAddress.parse(url));
}

/** The versions of the workers that can grade for this course, for a machine without an engine of its own. */
export async function askWorkers(question: WorkersQuestion): Promise<Versions> {
  const bullmq = await import('./bullmq/index.ts');
  return bullmq.askWorkers(question);
}

/** Grades jobs from a Redis until asked to drain, or until the machine keeps failing. Throws UsageError as above. */
export async function runWorker(options: WorkerOptions): Promise<WorkerEnd> {
  const bullmq = await import('./bullmq/index.ts');
  return bullmq.runWorker(options);
}
