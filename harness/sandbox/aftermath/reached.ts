/** Which limits of a sandbox a replay reached, and at which line, told from what is known once it is over. */
import type { ApiCall, CommandRecord } from '../../result.ts';
import type { SandboxLimits } from '../limits.ts';
import type { Condition } from './condition.ts';
import { wasKilled } from './containers-memory.ts';
import type { LimitKind } from './limit-texts.ts';
import { fullShare, type Space } from './space.ts';

/** A container's condition, and when (ms since the replay began) its memory limit was first reached, as far as known. */
export type Pressed = Pick<Condition, 'oomKilled' | 'pids'> & { oomAtMs: number | undefined };

export interface Facts {
  limits: SandboxLimits;
  commands: readonly CommandRecord[];
  calls: readonly ApiCall[];
  bench: Pressed;
  engine: Pressed;
  space: Space;
}

export interface Reached {
  kind: LimitKind;
  line: number | null;
}

/** From this share on a table of processes counts as full. */
const crowded = 0.9;
const noSpace = /no space left on device|disk quota exceeded/i;
const noProcess = /resource temporarily unavailable|cannot fork|can't fork|errno=11/i;

/** The limits that were reached, each once. */
export function reachedLimits(facts: Facts): Reached[] {
  const { limits, bench, engine } = facts;
  const reached: Reached[] = [];
  for (const [kind, { oomKilled, oomAtMs }] of [
    ['benchMemory', bench],
    ['engineMemory', engine],
  ] as const) {
    if (oomKilled || oomAtMs !== undefined) reached.push({ kind, line: lineAt(facts, oomAtMs) });
  }
  const refused = wordsLine(facts, noProcess);
  const benchCrowded = bench.pids >= limits.benchPids * crowded;
  const engineCrowded = engine.pids >= limits.enginePids * crowded;
  if (benchCrowded || (refused?.own && !engineCrowded))
    reached.push({ kind: 'benchPids', line: refused?.line ?? null });
  if (engineCrowded) reached.push({ kind: 'enginePids', line: refused?.line ?? null });
  return [...reached, ...disks(facts)];
}

function disks(facts: Facts): Reached[] {
  const { engine, workspace } = facts.space;
  const said = wordsLine(facts, noSpace)?.line ?? null;
  const byDocker = diskLine(facts, true);
  const reached: Reached[] = [];
  const engineFull = engine.bytes >= fullShare || engine.inodes >= fullShare;
  if (engineFull) reached.push({ kind: 'engineDisk', line: byDocker });
  // `docker export web > web.tar` fills the working folder too.
  const byTerminal = diskLine(facts, false) ?? (engineFull ? null : byDocker);
  if (workspace.bytes >= fullShare) reached.push({ kind: 'workspaceBytes', line: byTerminal });
  if (workspace.inodes >= fullShare)
    reached.push({ kind: 'workspaceInodes', line: workspace.bytes >= fullShare ? null : byTerminal });
  return reached.length === 0 && said !== null ? [{ kind: 'someDisk', line: said }] : reached;
}

/** The first line where a program of the terminal, or docker and what it runs, had no space left. */
function diskLine({ commands }: Facts, docker: boolean): number | null {
  const said = commands.find(
    ({ text, output }) => text.includes('docker') === docker && noSpace.test(output),
  );
  return said?.line ?? null;
}

/** The first line that shows such words, and whether the terminal's own shell said them. */
function wordsLine({ commands, calls }: Facts, words: RegExp): { line: number; own: boolean } | undefined {
  const command = commands.find(({ output }) => words.test(output));
  const call = calls.find(({ error, line }) => line !== null && error !== null && words.test(error));
  if (command && (call?.line ?? Number.POSITIVE_INFINITY) >= command.line)
    return { line: command.line, own: /^(bash|sh|-bash): .*fork/m.test(command.output) };
  return call?.line == null ? undefined : { line: call.line, own: false };
}

/** The command under way at that moment; one in the background is blamed on the line that was typed then. */
function lineAt({ commands }: Facts, atMs: number | undefined): number | null {
  if (atMs === undefined) return commands.find(wasKilled)?.line ?? null;
  return commands.findLast(({ startedMs }) => startedMs <= atMs)?.line ?? null;
}
