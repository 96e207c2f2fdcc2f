export type { GradedJob, GradingJob, GradingQueue, QueueLoad, QueueWatch } from './job.ts';
