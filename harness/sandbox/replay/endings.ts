/** The ways to end a command that does not end by itself, in a person's words and in a terminal's bytes. */
export interface Ending {
  /** As it is recorded in `CommandRecord.endedBy`. */
  name: string;
  /** What is sent; empty for an ending that is no key. */
  keys: string;
  /** Which open calls are closed by the gate, where no key can help. */
  closes?: 'attach' | 'wait' | 'all';
  /** Milliseconds to wait for its effect before the next one is tried; undefined: as long as usual. */
  effectMs?: number;
}

export const ctrlC: Ending = { name: 'Ctrl-C', keys: '\x03' };
export const ctrlD: Ending = { name: 'Ctrl-D', keys: '\x04' };
export const ctrlBackslash: Ending = { name: 'Ctrl-\\', keys: '\x1c' };
/** The shell gets its terminal back from whatever ignores the other keys; the replay then kills the stopped job. */
export const ctrlZ: Ending = { name: 'Ctrl-Z', keys: '\x1a', effectMs: 3000 };
/** Docker's keys to leave a container with a tty without ending it. */
export const detach: Ending = { name: 'Ctrl-P Ctrl-Q', keys: '\x10\x11' };
/** Ctrl-C would reach the container as SIGINT (docker attach and run, `--sig-proxy`), so the gate hangs up. */
export const closeAttach: Ending = { name: 'closed the stream', keys: '', closes: 'attach', effectMs: 500 };
/** `docker run` waits for its container's end, also after its stream is gone. */
export const closeWait: Ending = { name: 'closed the wait', keys: '', closes: 'wait' };
/** Docker CLI hands every signal on to the container (`--sig-proxy`), where a first process may ignore them all. */
export const closeAll: Ending = { name: 'closed its connections', keys: '', closes: 'all', effectMs: 1500 };
export const q: Ending = { name: 'q', keys: 'q' };
/** Sent apart from what follows: BusyBox's vi takes an escape with characters right behind it for one of the cursor keys. */
const esc: Ending = { name: 'Esc', keys: '\x1b', effectMs: 300 };
const quitVi: Ending = { name: ':q!', keys: ':q!\r' };
const leaveNano: Ending = { name: 'Ctrl-X', keys: '\x18', effectMs: 300 };
const discardNano: Ending = { name: 'n', keys: 'n' };

/** What ends anything: the last resort, also at a limit. */
export const force: readonly Ending[] = [ctrlC, ctrlC, ctrlC, ctrlBackslash, closeAll, ctrlZ];
/** `docker stats` goes on after one Ctrl-C and says so at the third (docker CLI 28.2). */
export const leaveStats: readonly Ending[] = [
  ...Array<Ending>(3).fill({ ...ctrlC, effectMs: 300 }),
  ...force,
];

/** What leaves a full-screen program, by the command that started it. */
export function leaveScreen(command: string): Ending[] {
  const vi = /\b(vi|vim|nvim|view|vimdiff|visudo)\b/.test(command);
  const nano = /\b(nano|pico)\b/.test(command);
  if (vi) return [esc, quitVi, ...force];
  if (nano) return [leaveNano, discardNano, ...force];
  if (/\bwatch\b/.test(command)) return [...force];
  return [q, esc, quitVi, ...force];
}
