import { setTimeout as sleep } from 'node:timers/promises';
import type { Daemon } from '../docker/index.ts';

const pauseMs = 25;
const lastLines = 3;

/** One byte of output that takes six in the log: json-file writes `<` as `\u003c`, whoever reads it. */
const costly = '<';
const costlyBytes = 6;

/** What to write into a log, and how long the engine may take to have it there. */
export interface Filling {
  /** How many bytes the json-file log must grow by, at least. */
  bytes: number;
  /** The last line: random, so that it is known when all before it has arrived. */
  word: string;
  withinMs?: number | undefined;
}

/**
 * Writes into the log of a running container what its own program would have written: to the output of its PID 1, by
 * the shell of its image. The output is of few bytes that take many in the log, for each goes through a terminal, a
 * shim and the daemon, which costs more than the file; an entry holds 16 KiB of it, so up to 96 KiB in the log. True
 * once the engine has all of it in the log; false when it does not arrive there.
 */
export async function fillLog(
  docker: Daemon,
  container: string,
  { bytes, word, withinMs = 20_000 }: Filling,
): Promise<boolean> {
  const count = Math.ceil(bytes / costlyBytes);
  const write = `{ head -c ${count} /dev/zero | tr '\\0' '${costly}'; echo; echo ${word}; } >/proc/1/fd/1`;
  const written = await docker.exec(container, ['sh', '-c', write]);
  if (written?.exitCode !== 0) return false;
  const deadline = Date.now() + withinMs;
  for (;;) {
    if ((await docker.logs(container, lastLines)).includes(word)) return true;
    if (Date.now() >= deadline) return false;
    await sleep(pauseMs);
  }
}
