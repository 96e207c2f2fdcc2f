import { setTimeout as sleep } from 'node:timers/promises';
import type { Container, Daemon } from '../docker/index.ts';

const pauseMs = 25;

/** When a container that runs is known to stay up. */
const settling = {
  /** A program that waits for something at its start is not at its end yet. */
  leastMs: 1000,
  /** Docker's own measure: a container that is up for so long has started successfully, says its restart policy. */
  mostMs: 10_000,
  lookMs: 250,
};

/**
 * A container once it is known whether it stays up: just after `docker run -d` one that crashes at its start is still
 * `running`, and how long its crash takes is the machine's matter. Returns as soon as something answers on its first
 * published port, else when it has run for a second and works no more, or has run for ten. One that its restart
 * policy has started again must run for the ten, and is `restarting` when it does not.
 */
export async function settledContainer(docker: Daemon, name: string): Promise<Container | undefined> {
  const first = await docker.container(name);
  if (!first) return undefined;
  const worked = workOf(docker, first);
  let settled = false;
  for (let now: Container | undefined = first; ; now = await docker.container(name)) {
    if (now?.state !== 'running') return now;
    if (now.startedAt !== first.startedAt) return { ...now, state: 'restarting' };
    if (settled || ageMs(now) >= settling.mostMs) return now;
    settled = await answers(docker, now);
    if (settled || now.restartCount > 0) continue;
    settled = !(await worked()) && ageMs(now) >= settling.leastMs;
  }
}

/** Whether something answers on a container's first published port before it is time to look again. */
async function answers(docker: Daemon, { ports }: Container): Promise<boolean> {
  const port = ports[0]?.hostPort;
  if (port !== undefined) return Boolean(await docker.http(port, '/', { timeoutMs: settling.lookMs }));
  await sleep(settling.lookMs);
  return false;
}

function ageMs({ startedAt }: Container): number {
  return Date.now() - Date.parse(startedAt);
}

/** Of one core: a program that starts, or comes to its end, works all the time; one that serves waits. */
const idleShare = 0.05;

/** Tells, each time it is asked, whether a container's program has worked since the last time, or since its start. */
function workOf(docker: Daemon, container: Container): () => Promise<boolean> {
  let before = { ageMs: 0, cpuMs: 0 };
  return async () => {
    const now = { ageMs: ageMs(container), cpuMs: await docker.cpuMs(container.id) };
    const share = (now.cpuMs - before.cpuMs) / (now.ageMs - before.ageMs);
    before = now;
    return share > idleShare;
  };
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

/** The program of a `docker run -d` on the script's last line may need a moment to its end. */
const ending = { waitsMs: 5000, worksMs: 20_000, lookMs: 250 };

/** A container once it has ended, or as it is after 5 s, or after 20 s in which it has worked all the time. */
export async function endedContainer(docker: Daemon, container: Container): Promise<Container> {
  const began = Date.now();
  const worked = workOf(docker, container);
  let now = container;
  while (now.state === 'running') {
    const tookMs = Date.now() - began;
    const works = await worked();
    if (tookMs >= ending.worksMs || (tookMs >= ending.waitsMs && !works)) break;
    await sleep(ending.lookMs);
    now = (await docker.container(container.id)) ?? now;
  }
  return now;
}
