import { setTimeout as sleep } from 'node:timers/promises';
import type Dockerode from 'dockerode';
import type { Daemon } from '../../docker/index.ts';
import { SandboxError } from '../../errors.ts';
import type { ApiCall, CommandRecord, Evidence } from '../../result.ts';
import type { Text } from '../../text.ts';
import { benchPaths } from '../bench/index.ts';
import type { Engine } from '../engine/index.ts';
import type { Gate } from '../gate/index.ts';
import type { SandboxLimits } from '../limits.ts';
import type { ReplayExit } from '../replay/index.ts';
import { type Condition, conditionOf, type Happened, happenedTo, lackedThreads } from './condition.ts';
import { containersMemory, lateMs } from './containers-memory.ts';
import { allLight } from './light.ts';
import { limitText } from './limit-texts.ts';
import { reachedLimits } from './reached.ts';
import { fullShare, isFull, type Space, spaceOf } from './space.ts';
import { neverReached } from './unreached.ts';

/** A limit that took the engine down: nothing can be checked any more, and that is the script's doing. */
export interface Stopped {
  line: number | null;
  text: Text;
}

export interface Aftermath {
  /** One for every limit of the sandbox that was reached. */
  remarks: Evidence['remarks'];
  stopped: Stopped | null;
}

export interface AftermathOptions {
  outer: Dockerode;
  engine: Engine;
  daemon: Daemon;
  /** True when the student's own doing keeps the daemon down, which is a fact for the checks. */
  daemonDown: boolean;
  gate: Gate;
  /** How full the disks were before the script could write to them. */
  spaceBefore: Promise<Space>;
  benchId: string;
  limits: SandboxLimits;
  exit: ReplayExit;
  /** When the replay began, in milliseconds since the epoch. */
  origin: number;
  commands: readonly CommandRecord[];
  calls: readonly ApiCall[];
  /** When the engine's own daemon told of `oom`, in milliseconds since the replay began. */
  oomEvents: () => Promise<number[]>;
}

/**
 * Looks at a sandbox once its script is over: which limits were reached, and whether the engine or the terminal ended
 * because of one. Throws SandboxError when one of them is gone and no limit explains it: then the machine failed.
 */
export async function aftermath(options: AftermathOptions): Promise<Aftermath> {
  const { outer, engine, benchId, limits, exit, origin } = options;
  const ids = [benchId, engine.containerId];
  const suspicious = exit.kind !== 'end' || !allLight(options.commands);
  // Asked beside all the rest: dockerd starts two programs for its answer.
  const answering = options.daemonDown ? undefined : answerTo(options.daemon);
  const asked = spaceOf(engine);
  const engineAsked = asked.then(({ pids, memoryPeak }) =>
    conditionOf(outer, engine.containerId, pids === undefined || memoryPeak === undefined),
  );
  const [space, soon, benchNow, engineNow, isReachable] = await Promise.all([
    asked,
    happenedTo(outer, ids, origin),
    conditionOf(outer, benchId, suspicious),
    engineAsked,
    options.gate.isReachable(),
  ]);
  const { pids, memoryPeak } = space;
  const memory = limits.engineMemoryBytes + limits.engineOwnMemoryBytes;
  const engineFull = engineNow.fullMemory || (memoryPeak ?? 0) >= memory * fullShare;
  const happened = benchNow.fullMemory || engineFull ? await lateNews(outer, ids, origin) : soon;
  if (isMachinesFault(benchId, benchNow, exit, happened)) throw lost('BENCH_LOST', benchLost);
  const oomAt = (id: string) =>
    happened.find((one) => one.id === id && one.action === 'oom' && one.atMs >= 0)?.atMs;
  // With cgroup v2 the outer daemon also tells of a container that reached a limit of its own; the count does not.
  const engineOomAt = space.ooms === 0 ? undefined : oomAt(engine.containerId);
  const outOfMemory = space.ooms !== 0 && (engineNow.oomKilled || engineOomAt !== undefined);
  const containers = await containersMemory({ ...options, space });
  const engineMemory = {
    oomKilled: outOfMemory || containers.ranOut,
    oomAtMs: containers.atMs ?? engineOomAt,
  };
  const unreached = neverReached(options.commands, options.calls, benchPaths.gate);
  if (unreached || !isReachable) throw lost('GATE_LOST', gateLost);
  if (isFull(await options.spaceBefore)) throw lost('ENGINE_DISK', diskFull);
  const reached = reachedLimits({
    ...options,
    bench: { ...benchNow, oomAtMs: oomAt(benchId) },
    engine: { ...engineMemory, pids: pids ?? engineNow.pids },
    space,
  });
  const remarks = reached.map(({ kind, line }) => ({ line, text: limitText(kind, limits, line) }));
  const silent = await answering;
  if (silent === undefined && engineNow.running && !engineNow.paused) return { remarks, stopped: null };
  const outOfThreads = !outOfMemory && (await lackedThreads(outer, engine.containerId));
  if (!outOfMemory && !outOfThreads) throw silent ?? lost('ENGINE_LOST', engineEnded);
  const line =
    reached.find(({ kind }) => kind === 'engineMemory')?.line ?? options.commands.at(-1)?.line ?? null;
  const text = limitText(outOfMemory ? 'engineMemory' : 'enginePids', limits, line);
  return { remarks: outOfMemory ? remarks : [...remarks, { line, text }], stopped: { line, text } };
}

/** The kernel's word of a process that it ended reaches the outer daemon's events a moment later. */
async function lateNews(outer: Dockerode, ids: string[], origin: number): Promise<Happened[]> {
  await sleep(lateMs);
  return happenedTo(outer, ids, origin);
}

/** Nothing when the daemon answers, else why not. */
async function answerTo(daemon: Daemon): Promise<unknown> {
  try {
    await daemon.info();
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}

/** A script may end its own shell and all else in the terminal (`kill -9 -1`); it cannot pause or remove it. */
function isMachinesFault(
  id: string,
  bench: Condition,
  exit: ReplayExit,
  happened: readonly Happened[],
): boolean {
  if (!bench.there || bench.paused) return true;
  if (exit.kind !== 'lost' || bench.oomKilled) return false;
  return bench.running || happened.some((one) => one.id === id && one.action !== 'oom');
}

function lost(code: string, message: Text): SandboxError {
  return new SandboxError({ code, message, hint: lostHint });
}

const benchLost: Text = {
  ko: '명령을 입력하던 채점용 터미널이 사라졌습니다.',
  en: 'The terminal that the commands were typed into went away.',
};
const engineEnded: Text = {
  ko: '명령을 입력하는 동안 채점용 도커 엔진이 끝났습니다.',
  en: 'The grading engine ended while the commands were typed.',
};
const gateLost: Text = {
  ko: '터미널에서 도커 엔진에 이르는 소켓이 없거나 연결되지 않습니다.',
  en: 'The socket through which the terminal reaches the engine is gone, or leads nowhere.',
};
const diskFull: Text = {
  ko: '명령을 입력하기 전에 채점용 엔진의 디스크가 이미 가득 차 있었습니다.',
  en: 'The grading engine’s disk was full before the first command was typed.',
};

const lostHint: Text = {
  ko: '제출물의 잘못이 아닙니다. 다시 채점하고, 되풀이되면 `drydock doctor` 를 실행하세요.',
  en: 'This is not the submission’s fault. Grade again; if it repeats, run `drydock doctor`.',
};
