import { setTimeout as sleep } from 'node:timers/promises';
import type { Daemon } from '../docker/index.ts';

const pauseMs = 25;

/**
 * Which of these texts the log of a container did not gain while `act` was done: a text that was there before proves
 * nothing. Waits up to `withinMs` after it, since the engine writes a line to the log a moment after it was printed.
 */
export async function notLoggedBy(
  docker: Pick<Daemon, 'logs'>,
  name: string,
  texts: readonly string[],
  act: () => Promise<unknown>,
  withinMs = 2000,
): Promise<string[]> {
  const before = counted(await docker.logs(name), texts);
  await act();
  const deadline = Date.now() + withinMs;
  for (;;) {
    const now = counted(await docker.logs(name), texts);
    const missing = texts.filter((_, index) => (now[index] ?? 0) <= (before[index] ?? 0));
    if (missing.length === 0 || Date.now() >= deadline) return missing;
    await sleep(pauseMs);
  }
}

function counted(log: string, texts: readonly string[]): number[] {
  return texts.map((text) => log.split(text).length - 1);
}
