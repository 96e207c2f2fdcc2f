export type {
  DeadLetter,
  JobFunction,
  RedisQueue,
  RedisQueueOptions,
  Versions,
  WorkerEnd,
  WorkerOptions,
} from './bullmq/index.ts';
export { checkQueue, openRedisQueue, runWorker } from './elsewhere.ts';
export type { GradedJob, GradingJob, GradingQueue, QueueLoad, QueueWatch } from './job.ts';
export {
  type GradedAssignment,
  type GradingGrounds,
  gradeJob,
  type JobRun,
  LocalQueue,
  type LocalQueueOptions,
} from './local/index.ts';
