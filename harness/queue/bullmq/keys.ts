/** What all keys in Redis begin with, BullMQ's own included. */
export const prefix = 'drydock';

/** How long anything stays in Redis that nobody comes back for, in milliseconds: a week. */
export const keepMs = 7 * 24 * 3600 * 1000;

/** Jobs wait in a queue of their versions, so that a worker with other versions never sees them. */
export function queueName(fingerprint: string): string {
  return `grade-${fingerprint}`;
}

/** The names of what we keep in Redis besides BullMQ's queues. */
export const keys = {
  /** A submission's archive, by the hash of its content; and the ids of the jobs that need it. */
  archive: (hash: string) => `${prefix}:archive:${hash}`,
  archiveJobs: (hash: string) => `${prefix}:archive:${hash}:jobs`,
  /** What came of a job, until the coordinator has stored it. */
  result: (id: string) => `${prefix}:result:${id}`,
  /** The jobs that a run waits for: id -> hash of the archive. What is not in it is graded for nobody. */
  wanted: (run: string) => `${prefix}:run:${run}:wanted`,
  /** The channel on which workers tell a run's coordinator of its jobs. */
  news: (run: string) => `${prefix}:run:${run}:news`,
  /** Who takes part: the ids, and each one's record, which is gone when it has not been renewed. */
  members: `${prefix}:members`,
  member: (id: string) => `${prefix}:member:${id}`,
  /** Jobs that no machine could grade, newest first. */
  deadLetters: `${prefix}:dead-letters`,
};
