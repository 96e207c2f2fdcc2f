export { type GradedAssignment, type GradingGrounds, gradeJob, type JobRun } from './grade-job.ts';
export { LocalQueue, type LocalQueueOptions } from './local-queue.ts';
export { settleJob } from './settle-job.ts';
