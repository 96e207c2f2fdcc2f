export type { GradedJob, GradingJob, GradingQueue, QueueLoad, QueueWatch } from './job.ts';
export {
  type GradedAssignment,
  type GradingGrounds,
  gradeJob,
  type JobRun,
  LocalQueue,
  type LocalQueueOptions,
} from './local/index.ts';
