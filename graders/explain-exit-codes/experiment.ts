/** The experiments, and how a check finds the container of one and waits for its end. */
import {
  type ApiCall,
  type CheckContext,
  type Container,
  containerAmong,
  createLine,
  type Daemon,
  endedContainer,
  ensure,
  nearestName,
  reject,
  type Timeline,
} from '#harness';
import { say } from './messages.ts';

/** The exit code of each experiment's container, and a command that makes it. */
const experiments = {
  'exit-0': { code: 0, command: 'docker run --name exit-0 alpine true' },
  'exit-1': { code: 1, command: 'docker run --name exit-1 alpine cat /nowhere' },
  'exit-126': { code: 126, command: 'docker run --name exit-126 alpine /etc/passwd' },
  'exit-127': { code: 127, command: 'docker run --name exit-127 alpine no-such-program' },
  'exit-134': {
    code: 134,
    command: "docker run --init --name exit-134 alpine sh -c 'kill -ABRT $$'",
  },
  'exit-137-kill': {
    code: 137,
    command: 'docker run -d --name exit-137-kill alpine sleep 1000',
  },
  'exit-137-stop': {
    code: 137,
    command: 'docker run -d --name exit-137-stop alpine sleep 1000',
  },
  'exit-137-oom': {
    code: 137,
    command: 'docker run -m 32m --memory-swap 32m --name exit-137-oom alpine tail /dev/zero',
  },
  'exit-139': {
    code: 139,
    command: "docker run --init --name exit-139 alpine sh -c 'kill -SEGV $$'",
  },
  'exit-143': { code: 143, command: 'docker run -d --init --name exit-143 alpine sleep 1000' },
} as const;

export type Experiment = keyof typeof experiments;

export const experimentNames = Object.keys(experiments) as Experiment[];
/** Its `docker run` fails, so there may be no container of this name. */
export const refusedName = 'exit-125';

/** One look at the daemon for all checks of a submission; those that disturb come later and look for themselves. */
const looked = new WeakMap<Daemon, Promise<Container[]>>();

/** The student's containers as they were when the first check asked. */
export function containersOf(docker: Daemon): Promise<Container[]> {
  const known = looked.get(docker) ?? docker.containers();
  looked.set(docker, known);
  return known;
}

/** The container of an experiment, under its own name or the nearest one; undefined when there is none such. */
export async function found(
  docker: Daemon,
  name: string,
): Promise<{ container?: Container; named?: string }> {
  const besides = [...experimentNames, refusedName].filter((other) => other !== name);
  const { exact, near } = containerAmong(await containersOf(docker), name, { besides });
  if (exact) return { container: exact };
  return near ? { container: near.thing, named: near.name } : {};
}

/** What was turned down under the name `exit-125`, or else under the nearest to it that is no other experiment's. */
export function turnedDownRuns(timeline: Timeline): ApiCall[] {
  const failed = timeline
    .callsOf({ method: 'POST', path: /^\/containers\/create$/ })
    .filter(({ status }) => (status ?? 0) >= 400);
  const exact = failed.filter(({ query }) => query.name === refusedName);
  const names = [...experimentNames, refusedName];
  return exact.length > 0
    ? exact
    : failed.filter(({ query }) => nearestName(query.name ?? '', names) === refusedName);
}

/** The container of an experiment once it has ended with its code. Fails the check that runs when it has not. */
export async function ended(
  { docker, timeline }: Pick<CheckContext, 'docker' | 'timeline'>,
  name: Experiment,
): Promise<Container> {
  const { code, command } = experiments[name];
  const { container } = await found(docker, name);
  if (!container) {
    const removed = timeline.eventsOf({ type: 'container', action: 'destroy', name }).at(-1);
    if (removed) reject(say.removed({ name }), removed.line);
    const names = (await containersOf(docker)).map((other) => other.name).join(', ') || '-';
    return reject(say.noContainer({ name, names, command }));
  }
  const now = await endedContainer(docker, container);
  const line = createLine(timeline, now);
  ensure(
    now.state === 'exited' || now.state === 'created',
    say.notEnded({ name: now.name, state: now.state }),
    line,
  );
  ensure(now.exitCode === code, say.otherCode({ name: now.name, found: now.exitCode, code, command }), line);
  return now;
}

/** What a container was started with, as a message can show it. */
export function commandOf({ command }: Container): string {
  return command.join(' ').replaceAll('`', "'").slice(0, 80);
}
