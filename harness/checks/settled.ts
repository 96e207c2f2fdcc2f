import { setTimeout as sleep } from 'node:timers/promises';
import type { Container, Daemon } from '../docker/index.ts';

/** A program that cannot do its work ends within a few hundred milliseconds, on a busy machine too. */
const settleMs = 1000;
const pauseMs = 25;

/**
 * A container once it is known whether it stays up: just after `docker run -d` one that crashes at its start is still
 * `running`. Returns as soon as something answers on its first published port, else when it ran for a second. One that
 * its restart policy starts again and again is `restarting`.
 */
export async function settledContainer(docker: Daemon, name: string): Promise<Container | undefined> {
  const first = await docker.container(name);
  if (first?.state !== 'running') return first;
  const leftMs = settleMs - (Date.now() - Date.parse(first.startedAt));
  if (leftMs > 0) {
    const early = new AbortController();
    const until = sleep(leftMs, undefined, early).catch(() => undefined);
    const port = first.ports[0]?.hostPort;
    const answers = port === undefined ? until : docker.http(port, '/', { timeoutMs: leftMs });
    await Promise.race([until, answers.then((answer) => answer ?? until)]);
    early.abort();
  }
  const now = await docker.container(name);
  return now && now.startedAt !== first.startedAt ? { ...now, state: 'restarting' } : now;
}

/**
 * Which of these texts the log of a container lacks. Waits up to `withinMs` for them: the engine writes a line to the
 * log a moment after the program printed it.
 */
export async function missingFromLog(
  docker: Daemon,
  name: string,
  texts: readonly string[],
  withinMs = 1000,
): Promise<string[]> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const log = await docker.logs(name);
    const missing = texts.filter((text) => !log.includes(text));
    if (missing.length === 0 || Date.now() >= deadline) return missing;
    await sleep(pauseMs);
  }
}

/**
 * A container once it has ended, or as it is after so long: the program of a `docker run -d` on the script's last line
 * may need a moment to its end.
 */
export async function endedContainer(
  docker: Daemon,
  container: Container,
  withinMs = 5000,
): Promise<Container> {
  const deadline = Date.now() + withinMs;
  let now = container;
  while (now.state === 'running' && Date.now() < deadline) {
    await sleep(4 * pauseMs);
    now = (await docker.container(container.id)) ?? now;
  }
  return now;
}
