import { readFile } from 'node:fs/promises';
import type { Text } from '../../../text.ts';
import type { GradingJob, QueueWatch } from '../../job.ts';
import { openRedisQueue } from '../open-redis-queue.ts';
import type { RedisQueue } from '../redis-queue.ts';
import { quick, resultOf, versions } from './simple-job.ts';

export const never = new AbortController().signal;

/** Opens a coordinator's queue with the tests' clocks and versions; what it says goes to `said`. */
export function openQueue(url: string, run: string, said: string[] = []): Promise<RedisQueue> {
  return openRedisQueue({
    ...{ url, run, versions, timing: quick },
    gradeHere: async (job) => resultOf(job, { outcome: 'missing', score: 0 }),
    notice: (text: Text) => said.push(text.en),
  });
}

/** Grades jobs through a queue to the end, and gives the run's dead letters. */
export async function gradeThrough(
  { url, run, said }: { url: string; run: string; said?: string[] },
  jobs: AsyncIterable<GradingJob>,
  watch: QueueWatch,
  signal: AbortSignal = never,
) {
  await using queue = await openQueue(url, run, said);
  await queue.grade(jobs, watch, signal);
  return queue.deadLetters();
}

/** How often each job was graded to its end, by the workers' log. */
export async function gradings(log: string): Promise<Record<string, number>> {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n');
  const count: Record<string, number> = {};
  for (const id of lines.map((line) => line.split(' ')[1] ?? '')) count[id] = (count[id] ?? 0) + 1;
  return count;
}
