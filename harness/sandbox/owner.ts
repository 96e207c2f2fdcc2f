import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Field 22 of /proc/<pid>/stat (proc(5)): when the process started, in clock ticks since boot. */
function startTimeOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Who made a sandbox: host, process id and that process's start time. */
export function ownOwner(): string {
  return `${hostname()}/${process.pid}/${startTimeOf(process.pid) ?? 'unknown'}`;
}

/**
 * Whether the harness process that made something is surely gone: it ran on this host, and no process with its id
 * and start time is there. What cannot be known counts as alive.
 */
export function ownerIsGone(owner: string): boolean {
  const [host, pid, started] = owner.split('/');
  if (host !== hostname() || pid === undefined || started === undefined || started === 'unknown')
    return false;
  return startTimeOf(Number(pid)) !== started;
}
