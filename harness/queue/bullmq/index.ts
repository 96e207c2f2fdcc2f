export type { DeadLetter } from './dead-letters.ts';
export { openRedisQueue, type RedisQueueOptions } from './open-redis-queue.ts';
export type { MachineFailure } from './queued-job.ts';
export { RedisAddress } from './redis-address.ts';
export type { RedisQueue } from './redis-queue.ts';
export type { Timing } from './timing.ts';
export { fingerprintOf, type Versions } from './versions.ts';
export { runWorker } from './worker.ts';
export type { JobFunction, WorkerEnd, WorkerOptions } from './worker-options.ts';
