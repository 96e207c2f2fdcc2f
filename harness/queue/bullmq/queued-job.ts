import { createHash } from 'node:crypto';
import type { MachineFailure } from '../../result.ts';
import type { GradingJob } from '../job.ts';

/** One time that a machine failed a job, and which machine it was. */
export interface LostAttempt extends MachineFailure {
  /** The worker's id, which no other process has, and its name for people. */
  readonly workerId: string;
  readonly worker: string;
}

/** A job as BullMQ carries it; the submission itself lies on the shelf. */
export interface QueuedJob {
  readonly run: string;
  readonly job: GradingJob;
  /** The hash of the submission's archive. */
  readonly archive: string;
  readonly failures: readonly LostAttempt[];
}

/** What a worker tells the coordinator. The news may get lost; what counts is what is in Redis. */
export interface News {
  readonly kind: 'started' | 'finished';
  readonly id: string;
  readonly worker: string;
}

/**
 * The job's id in Redis: alike whenever the same run asks for the same submission, so that a coordinator that was
 * stopped finds what became of it, and another one as soon as anything was changed.
 */
export function queuedId(run: string, job: GradingJob, archive: string): string {
  const told = JSON.stringify([run, job.id, job.student, job.assignment, archive]);
  return `job-${createHash('sha256').update(told).digest('hex').slice(0, 32)}`;
}

/** BullMQ's priorities: the smaller one first. */
export const priorities = { interactive: 1, bulk: 2 } as const;
