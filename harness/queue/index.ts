export type {
  DeadLetter,
  JobFunction,
  RedisQueue,
  RedisQueueOptions,
  Versions,
  WorkerEnd,
  WorkerOptions,
  WorkersQuestion,
} from './bullmq/index.ts';
export { askWorkers, checkQueue, openRedisQueue, runWorker } from './elsewhere.ts';
export type { GradedJob, GradingJob, GradingQueue, QueueLoad, QueueWatch } from './job.ts';
export {
  type GradedAssignment,
  type GradingGrounds,
  gradeJob,
  type JobRun,
  LocalQueue,
  type LocalQueueOptions,
  settleJob,
} from './local/index.ts';
