import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';

/** Clock ticks a second of /proc/stat (USER_HZ, proc(5)); 100 on every Linux that Docker runs on. */
const ticksPerSecond = 100;

/** Seconds of CPU that the whole machine has used since boot: user, nice, system, irq and softirq of all cores. */
export function machineCpuSeconds(): number {
  const [, user, nice, system, , , irq, softirq] = (
    readFileSync('/proc/stat', 'utf8').split('\n', 1)[0] ?? ''
  )
    .split(/\s+/)
    .map(Number);
  return ((user ?? 0) + (nice ?? 0) + (system ?? 0) + (irq ?? 0) + (softirq ?? 0)) / ticksPerSecond;
}

/** Seconds of CPU that a process has used itself, without its children; undefined once it is gone (proc(5), fields 14 and 15). */
export function processCpuSeconds(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name comes second, in brackets, and may hold anything.
    const [, , , , , , , , , , , user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    return ((user ?? 0) + (system ?? 0)) / ticksPerSecond;
  } catch {
    return undefined;
  }
}

/** What was measured of one run. */
export interface Measured {
  wallSeconds: number;
  /** CPU of the machine in that time: other programs' too, so measure on a quiet one. */
  cpuSeconds: number;
}

/** Runs something and measures its wall time and the machine's CPU meanwhile. */
export async function measured(run: () => Promise<unknown>): Promise<Measured> {
  const cpu = machineCpuSeconds();
  const began = performance.now();
  await run();
  return { wallSeconds: (performance.now() - began) / 1000, cpuSeconds: machineCpuSeconds() - cpu };
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** The machine in one line, for the head of a table. */
export function machineLine(): string {
  return `${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, Node ${process.versions.node}`;
}
