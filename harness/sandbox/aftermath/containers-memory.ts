/** Whether all containers together ran out of memory, told from what their group of processes and their daemon say. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandRecord } from '../../result.ts';
import type { SandboxLimits } from '../limits.ts';
import { fullShare, type Space } from './space.ts';

/** How long the kernel's word of a program that it ended may take to reach a daemon's events, in ms. */
export const lateMs = 500;

export interface MemoryFacts {
  limits: Pick<SandboxLimits, 'engineMemoryBytes'>;
  space: Pick<Space, 'containersPeak' | 'ooms' | 'starvedAt'>;
  commands: readonly CommandRecord[];
  /** When the replay began, in ms since the epoch. */
  origin: number;
  /** When the engine's own daemon told of `oom`, in ms since the replay began. */
  oomEvents: () => Promise<number[]>;
}

/** `atMs` since the replay began, as far as known. */
export interface RanOut {
  ranOut: boolean;
  atMs: number | undefined;
}

/**
 * A container that reached a limit of its own does not count. Where the kernel counts it for the group alone
 * (memory.events.local, cgroup v2), that decides; else the group must have been full and a program ended.
 */
export async function containersMemory(facts: MemoryFacts): Promise<RanOut> {
  const { limits, space, commands, origin } = facts;
  const { containersPeak = 0, ooms, starvedAt } = space;
  if (starvedAt !== undefined) return { ranOut: true, atMs: starvedAt - origin };
  const isFull = containersPeak >= limits.engineMemoryBytes * fullShare;
  if (ooms === undefined ? !isFull : ooms === 0) return { ranOut: false, atMs: undefined };
  let atMs = await firstOom(facts);
  if (atMs === undefined) {
    await sleep(lateMs);
    atMs = await firstOom(facts);
  }
  return { ranOut: ooms !== undefined || atMs !== undefined || commands.some(wasKilled), atMs };
}

async function firstOom({ oomEvents }: MemoryFacts): Promise<number | undefined> {
  return (await oomEvents()).find((atMs) => atMs >= 0);
}

/** Whether a command, or a step of a build, ended by SIGKILL: steps have no container, and no event tells of them. */
export function wasKilled({ exitCode, output }: CommandRecord): boolean {
  return exitCode === 137 || /\b(exit|non-zero) code: 137\b/.test(output);
}
