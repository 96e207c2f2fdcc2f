import type Dockerode from 'dockerode';
import { within } from '../../deadline.ts';
import { SandboxError } from '../../errors.ts';
import { jsonLines, type RawEvent } from '../evidence/index.ts';

/** What the outer daemon knows of one of a sandbox's containers. */
export interface Condition {
  /** False when somebody removed it. */
  there: boolean;
  running: boolean;
  paused: boolean;
  /** It ended when its own memory limit was reached. */
  oomKilled: boolean;
  /** Its memory has been full, be it only of what the kernel can drop; false where that is not known (cgroup v2). */
  fullMemory: boolean;
  /** Processes and threads, with those of the containers in it; 0 when it does not run. */
  pids: number;
}

const deadlineMs = 15_000;

/**
 * Asks the outer daemon about a container, and only where it is `counted` for its use of memory and processes: that
 * takes up to a second. Throws SandboxError `OUTER_LOST` when the daemon does not answer.
 */
export async function conditionOf(outer: Dockerode, id: string, counted: boolean): Promise<Condition> {
  const container = outer.getContainer(id);
  const inspected = container.inspect().catch((thrown: { statusCode?: number }) => {
    if (thrown.statusCode === 404) return undefined;
    throw outerLost(thrown);
  });
  // Answers at its collector's next tick (API 1.41), with all zeros for a container that does not run.
  const used = counted
    ? container.stats({ stream: false, 'one-shot': true }).catch(() => undefined)
    : undefined;
  const [info, stats] = await within(deadlineMs, Promise.all([inspected, used]), () => outerLost());
  const state = info?.State;
  const { max_usage = 0, limit = 0 } = stats?.memory_stats ?? {};
  return {
    there: info !== undefined,
    running: state?.Running ?? false,
    paused: state?.Paused ?? false,
    oomKilled: state?.OOMKilled ?? false,
    fullMemory: max_usage > 0 && max_usage >= limit * 0.98,
    pids: stats?.pids_stats?.current ?? 0,
  };
}

/** Something that happened to a container on the outer daemon. */
export interface Happened {
  id: string;
  /** `oom`: its own memory limit was reached. `kill`, `stop`, `destroy`, `pause`: somebody asked the daemon for it. */
  action: string;
  /** Milliseconds since the replay began; less than 0 for what happened before. */
  atMs: number;
}

/** What happened to the containers, as far as the outer daemon remembers: 256 events. Times count from `origin` (ms since the epoch). */
export async function happenedTo(outer: Dockerode, ids: string[], origin: number): Promise<Happened[]> {
  const happened: Happened[] = [];
  const note = (value: unknown) => {
    const { Action, Actor, timeNano } = value as RawEvent;
    happened.push({ id: Actor?.ID ?? '', action: Action, atMs: timeNano / 1e6 - origin });
  };
  const listen = jsonLines(note, () => undefined);
  const read = async () => {
    const stream = await outer.getEvents({
      ...{ since: 1, until: Date.now() / 1000 },
      filters: { container: ids, event: ['oom', 'kill', 'stop', 'destroy', 'pause'] },
    });
    for await (const chunk of stream) listen(chunk as Buffer);
  };
  await within(deadlineMs, read(), () => outerLost());
  return happened;
}

/** Whether a container's log ends with Go's complaint that it got no thread: dockerd and containerd end then. */
export async function lackedThreads(outer: Dockerode, id: string): Promise<boolean> {
  const log = outer.getContainer(id).logs({ stdout: true, stderr: true, tail: 400 });
  const text = await within(deadlineMs, log, () => outerLost()).catch(() => Buffer.alloc(0));
  return /failed to create new OS thread|pthread_create failed/.test(text.toString('latin1'));
}

function outerLost(cause?: unknown): SandboxError {
  return new SandboxError({
    code: 'OUTER_LOST',
    message: {
      ko: '이 컴퓨터의 도커 엔진이 채점용 컨테이너의 상태를 알려 주지 않았습니다.',
      en: 'This machine’s Docker engine did not tell about the sandbox’s containers.',
    },
    hint: {
      ko: '제출물의 잘못이 아닙니다. `docker info` 로 엔진을 확인한 뒤 다시 채점하세요.',
      en: 'This is not the submission’s fault. See that `docker info` answers, then grade again.',
    },
    cause,
  });
}
