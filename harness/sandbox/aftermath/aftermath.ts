import type Dockerode from 'dockerode';
import { SandboxError } from '../../errors.ts';
import type { ApiCall, CommandRecord, Evidence } from '../../result.ts';
import type { Text } from '../../text.ts';
import type { Engine } from '../engine/index.ts';
import type { SandboxLimits } from '../limits.ts';
import type { ReplayExit } from '../replay/index.ts';
import { type Condition, conditionOf, type Happened, happenedTo, lackedThreads } from './condition.ts';
import { limitText } from './limit-texts.ts';
import { reachedLimits } from './reached.ts';
import { spaceOf } from './space.ts';

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
  benchId: string;
  limits: SandboxLimits;
  exit: ReplayExit;
  /** When the replay began, in milliseconds since the epoch. */
  origin: number;
  commands: readonly CommandRecord[];
  calls: readonly ApiCall[];
}

/**
 * Looks at a sandbox once its script is over: which limits were reached, and whether the engine or the terminal ended
 * because of one. Throws SandboxError when one of them is gone and no limit explains it: then the machine failed.
 */
export async function aftermath(options: AftermathOptions): Promise<Aftermath> {
  const { outer, engine, benchId, limits, exit, origin } = options;
  const [happened, benchNow, engineNow, space] = await Promise.all([
    happenedTo(outer, [benchId, engine.containerId], origin),
    conditionOf(outer, benchId),
    conditionOf(outer, engine.containerId),
    spaceOf(engine),
  ]);
  if (isMachinesFault(benchId, benchNow, exit, happened)) throw benchLost();
  const oomAt = (id: string) => happened.find((one) => one.id === id && one.action === 'oom')?.atMs;
  const reached = reachedLimits({
    ...options,
    bench: { ...benchNow, oomAtMs: oomAt(benchId) },
    engine: { ...engineNow, oomAtMs: oomAt(engine.containerId) },
    space,
  });
  const remarks = reached.map(({ kind, line }) => ({ line, text: limitText(kind, limits, line) }));
  if (engineNow.running && !engineNow.paused) return { remarks, stopped: null };
  const threads = engineNow.there && !engineNow.running && (await lackedThreads(outer, engine.containerId));
  const cause = engineNow.oomKilled ? 'engineMemory' : threads ? 'enginePids' : undefined;
  if (cause === undefined) throw engineEnded();
  const line = options.commands.at(-1)?.line ?? null;
  const text = limitText(cause, limits, line);
  return { remarks: threads ? [...remarks, { line, text }] : remarks, stopped: { line, text } };
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

function benchLost(): SandboxError {
  return new SandboxError({
    code: 'BENCH_LOST',
    message: {
      ko: '명령을 입력하던 채점용 터미널이 사라졌습니다.',
      en: 'The terminal that the commands were typed into went away.',
    },
    hint: lostHint,
  });
}

function engineEnded(): SandboxError {
  return new SandboxError({
    code: 'ENGINE_LOST',
    message: {
      ko: '명령을 입력하는 동안 채점용 도커 엔진이 끝났습니다.',
      en: 'The grading engine ended while the commands were typed.',
    },
    hint: lostHint,
  });
}

const lostHint: Text = {
  ko: '제출물의 잘못이 아닙니다. 다시 채점하고, 되풀이되면 `drydock doctor` 를 실행하세요.',
  en: 'This is not the submission’s fault. Grade again; if it repeats, run `drydock doctor`.',
};
