/** Lines for a shell that a command opened inside a container: which they are, and how they are typed. */
import type { CommandRecord } from '../../result.ts';
import type { Ender } from './ender.ts';
import { ctrlC, type Ending, leaveScreen } from './endings.ts';
import { endsInShell, isAttach, isEndlessLoop, isFollower, isFullScreen, wantsSession } from './habits.ts';
import type { ReplayOptions } from './options.ts';
import type { Shell } from './shell.ts';
import type { ScriptCommand } from './split.ts';
import { Transcript } from './transcript.ts';

const lookMs = 50;
/** A prompt that stood so long is waiting for the next line, in milliseconds. */
const promptMs = 250;
/** How long something endless is watched inside, in milliseconds. */
const endlessMs = 3000;
/** How many keys are tried on one line inside: what ends more than a program would end the shell's session, too. */
const keysInside = 4;
const leavesShell = /^\s*(exit|logout)(\s+\d+)?\s*(#.*)?$/;
const speaksToDaemon = /\bdocker\b/;

/**
 * How many of the commands from `next` on belong to the shell that `opener` opened. The course indents them; others
 * end with a bare `exit` and say nothing to docker, which no container has.
 */
export function innerCount(commands: readonly ScriptCommand[], opener: ScriptCommand, next: number): number {
  const own = indentOf(opener.text);
  let end = next;
  while (end < commands.length && indentOf(commands[end]?.text ?? '') > own) end++;
  for (let at = end; at < commands.length; at++) {
    const text = commands[at]?.text ?? '';
    if (leavesShell.test(text)) return at + 1 - next;
    if (speaksToDaemon.test(text)) break;
  }
  return end - next;
}

/** What docker ends with when it could not open a session: no such container, image or program (docker CLI 26.1). */
const noSession: readonly (number | null)[] = [1, 125, 126, 127];

/**
 * How many commands from `next` on are for a shell that `opener` was to open and did not, as `exitCode` tells. In the
 * student's own terminal they would act on the wrong machine, and their `exit` would end it.
 */
export function orphanCount(
  commands: readonly ScriptCommand[],
  opener: ScriptCommand,
  next: number,
  exitCode: number | null,
): number {
  const { text } = opener;
  if (!noSession.includes(exitCode) || !wantsSession(text)) return 0;
  const isIndented = indentOf(commands[next]?.text ?? '') > indentOf(text);
  return isIndented || endsInShell(text) || isAttach(text) ? innerCount(commands, opener, next) : 0;
}

function indentOf(text: string): number {
  return /^[ \t]*/.exec(text)?.[0].length ?? 0;
}

/** Types the commands one by one, each when the shell inside shows its prompt. What they exit with is not known. */
export async function typeInside(
  commands: readonly ScriptCommand[],
  options: ReplayOptions,
  shell: Shell,
  ender: Ender,
  watched: Transcript,
): Promise<CommandRecord[]> {
  const records: CommandRecord[] = [];
  for (const command of commands) {
    if (shell.waits || shell.exit !== undefined || ender.limitReached()) break;
    options.onLine(command.line);
    records.push(await typeLine(command, options, shell, ender, watched));
  }
  return records;
}

async function typeLine(
  command: ScriptCommand,
  options: ReplayOptions,
  shell: Shell,
  ender: Ender,
  watched: Transcript,
): Promise<CommandRecord> {
  const startedMs = options.now();
  const transcript = new Transcript(startedMs, watched.left);
  const endedBy: string[] = [];
  const endings = isFullScreen(command.text)
    ? leaveScreen(command.text).slice(0, keysInside)
    : Array<Ending>(keysInside).fill(ctrlC);
  shell.onOutput = (text) => {
    transcript.add(text, options.now());
    watched.add(text, options.now());
  };
  // A person's Enter; a here-document or a loop is read on at the inner shell's own second prompt.
  shell.press(`${command.text.trim().replaceAll('\n', '\r')}\r`);
  while (!shell.waits && shell.exit === undefined && !ender.limitReached()) {
    await shell.change(lookMs, options.signal);
    const silentMs = options.now() - transcript.lastAt;
    const atPrompt = transcript.showsPrompt || ender.showsNoPrompt;
    if (atPrompt && !transcript.fullScreen && silentMs >= promptMs) break;
    if (!waitsForEver(command.text, options.now() - startedMs, silentMs, options.limits.idleMs)) continue;
    const ending = endings[endedBy.length];
    if (ending === undefined) break;
    shell.press(ending.keys);
    endedBy.push(ending.name);
    await shell.change(ending.effectMs ?? endlessMs / 10, options.signal);
  }
  const { line, endLine, text } = command;
  return {
    ...{ line, endLine, text },
    exitCode: null,
    startedMs,
    durationMs: options.now() - startedMs,
    endedBy,
    output: transcript.text,
  };
}

function waitsForEver(text: string, elapsedMs: number, silentMs: number, idleMs: number): boolean {
  const endless = isEndlessLoop(text) || isFollower(text) || isFullScreen(text);
  return endless ? elapsedMs >= endlessMs : silentMs >= idleMs;
}
