import type { Redis } from 'ioredis';
import { keepMs, keys } from './keys.ts';
import type { LostAttempt } from './queued-job.ts';

/** A job that no machine could grade, and why not. */
export interface DeadLetter {
  readonly run: string;
  readonly student: string;
  readonly assignment: string;
  readonly failures: readonly LostAttempt[];
}

const most = 1000;

/** Adds one; the oldest go where there are too many. */
export async function bury(redis: Redis, letter: DeadLetter): Promise<void> {
  await redis
    .multi()
    .lpush(keys.deadLetters, JSON.stringify(letter))
    .ltrim(keys.deadLetters, 0, most - 1)
    .pexpire(keys.deadLetters, keepMs)
    .exec();
}

/** The dead letters of a run, newest first. */
export async function deadLetters(redis: Redis, run: string): Promise<DeadLetter[]> {
  const letters = await redis.lrange(keys.deadLetters, 0, most - 1);
  return letters.map((letter) => JSON.parse(letter) as DeadLetter).filter((letter) => letter.run === run);
}
