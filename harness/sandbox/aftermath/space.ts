import { controlAnswer, type Engine } from '../engine/index.ts';

/** How full a file system is: shares of its bytes and of its inodes, from 0 to 1. */
export interface Fullness {
  bytes: number;
  inodes: number;
}

/** The sandbox's disks that fill up: images, layers, volumes and logs; the working folder. */
export interface Space {
  engine: Fullness;
  workspace: Fullness;
  /** The most memory that the engine ever used, in bytes; undefined when its cgroup does not tell. */
  memoryPeak?: number | undefined;
  /** The same of all its containers together. */
  containersPeak?: number | undefined;
  /** How often it, or all containers together, had no memory left; undefined where that is not counted (cgroup v1). */
  ooms?: number | undefined;
  /** When the engine first ended a program that had taken all its memory (ms since the epoch): see memory.sh. */
  starvedAt?: number | undefined;
  /** Processes and threads in the engine; undefined when its cgroup does not tell. */
  pids?: number | undefined;
}

const empty: Fullness = { bytes: 0, inodes: 0 };
const answerCap = 1024;
const deadlineMs = 5000;

/** Asks the engine how full its disks are. One that does not answer counts as empty: others tell that it is gone. */
export async function spaceOf(engine: Engine): Promise<Space> {
  const socket = await engine.control('space').catch(() => undefined);
  const answer = socket && (await controlAnswer(socket, answerCap, deadlineMs));
  return readSpace(answer?.toString() ?? '');
}

/** From this share on a disk counts as full: the last bit is lost to whole pages. */
export const fullShare = 0.98;

/** Whether the engine's disk or the working folder has no room. */
export function isFull({ engine, workspace }: Space): boolean {
  return [engine, workspace].some(({ bytes, inodes }) => bytes >= fullShare || inodes >= fullShare);
}

/** Reads `df --output=target,size,used,itotal,iused` of the two. */
export function readSpace(text: string): Space {
  const rows = text.split('\n').map((line) => line.trim().split(/\s+/));
  const of = (target: string): Fullness => {
    const numbers = rows
      .find(([name]) => name === target)
      ?.slice(1)
      .map(Number);
    if (numbers === undefined || numbers.length < 4 || numbers.some(Number.isNaN)) return empty;
    const [size = 0, used = 0, inodes = 0, usedInodes = 0] = numbers;
    return { bytes: used / (size || 1), inodes: usedInodes / (inodes || 1) };
  };
  const figure = (...names: string[]) => {
    const row = rows.find(([name, value]) => names.includes(name ?? '') && /^\d+$/.test(value ?? ''));
    return row && Number(row[1]);
  };
  const sumOf = (name: string) => {
    const figures = rows.filter(([row]) => row === name).map(([, value]) => Number(value));
    return figures.length === 0 ? undefined : figures.reduce((sum, figure) => sum + figure, 0);
  };
  return {
    engine: of('/var/lib/docker'),
    workspace: of('/workspace'),
    memoryPeak: figure('memory.max_usage_in_bytes', 'memory.peak'),
    containersPeak: figure('containers'),
    ooms: sumOf('oom'),
    starvedAt: figure('starved'),
    pids: figure('pids.current'),
  };
}
