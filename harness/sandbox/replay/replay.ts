/** Types a script into a terminal, command by command, as its author did. */
import type { CommandRecord } from '../../result.ts';
import { Ender } from './ender.ts';
import { ctrlC, ctrlZ } from './endings.ts';
import { changesPrompt } from './habits.ts';
import { innerCount, orphanCount, typeInside } from './inner-shell.ts';
import { Jobs } from './jobs.ts';
import type { Replay, ReplayOptions } from './options.ts';
import { type RemarkValues, remark } from './remarks.ts';
import { Shell } from './shell.ts';
import { type ScriptCommand, splitScript } from './split.ts';
import { Transcript } from './transcript.ts';

/** How often a command that takes its time is looked at, in milliseconds; a quick one is never waited for. */
const lookMs = 100;
/** How long the shell may take to drop an unfinished command, in milliseconds. */
const dropMs = 2000;
/** Kills the job that Ctrl-Z stopped and waits until it is gone; bash may list it as stopped for a moment more. */
const killStopped = 'kill -KILL %%; while kill -0 %%; do :; done 2>/dev/null';
/** How often an echo is switched off again: `set -v` and a nested shell with line editing echo whatever is done. */
const echoRepairs = 3;

/**
 * Replays a script and tells what happened. A failing command does not stop it, as in a terminal.
 * Throws SandboxError when the shell never shows a prompt, and the signal's reason when it is aborted.
 */
export async function replay(options: ReplayOptions): Promise<Replay> {
  const shell = new Shell(options.terminal, options.nonce);
  try {
    const [{ commands }] = await Promise.all([splitScript(options.script), shell.start(options.signal)]);
    return await new Typist(options, shell, commands).typeAll();
  } finally {
    shell.release();
    options.onLine(null);
  }
}

class Typist {
  readonly #options: ReplayOptions;
  readonly #shell: Shell;
  readonly #commands: ScriptCommand[];
  readonly #lines: string[];
  readonly #jobs = new Jobs();
  readonly #result: Replay = {
    ...{ commands: [], jobs: this.#jobs.all, remarks: [] },
    exit: { kind: 'end', code: 0 },
  };
  #outputBytes = 0;
  #outputFull = false;
  #echoes = 0;

  constructor(options: ReplayOptions, shell: Shell, commands: ScriptCommand[]) {
    this.#options = options;
    this.#shell = shell;
    this.#commands = commands;
    this.#lines = options.script.split('\n');
  }

  async typeAll(): Promise<Replay> {
    for (let index = 0; index < this.#commands.length; ) {
      await this.#options.settled(this.#options.signal);
      if (this.#options.now() >= this.#options.limits.scriptMs) this.#stopBefore(index);
      else index = await this.#typeOne(index);
      if (this.#result.exit.kind !== 'end') break;
    }
    return this.#result;
  }

  /** Many quick commands reach the script's limit too, between two of them. */
  #stopBefore(index: number): void {
    const command = this.#commands[index];
    const seconds = this.#options.limits.scriptMs / 1000;
    this.#result.exit = { kind: 'limit', code: this.#shell.code };
    if (command !== undefined)
      this.#remark('tooLate', command, { seconds, count: this.#commands.length - index });
  }

  /** Types the command and as many after it as the shell takes to be one; gives the index of the next. */
  async #typeOne(first: number): Promise<number> {
    const { parts, ...command }: ScriptCommand = this.#commands[first] ?? { line: 0, endLine: 0, text: '' };
    const { limits, signal } = this.#options;
    this.#options.onLine(command.line);
    const startedMs = this.#options.now();
    const cap = Math.min(limits.commandOutputBytes, limits.outputBytes - this.#outputBytes);
    const transcript = new Transcript(startedMs, cap);
    this.#shell.onOutput = (text) => transcript.add(text, this.#options.now());
    const besideJobs = parts !== undefined || this.#jobs.running;
    const ender = new Ender(this.#options, this.#shell, transcript, besideJobs);
    await this.#shell.type(command.text, signal);
    let next = first + 1;
    let looks = 0;
    const inside: CommandRecord[] = [];
    for (;;) {
      if (this.#shell.wantsMore) await this.#continue(command, this.#commands[next++]);
      if (this.#shell.waits || this.#shell.exit !== undefined || ender.stuck) break;
      if (this.#shell.wantsMore) continue;
      await this.#shell.change(lookMs, signal);
      if (this.#shell.waits || this.#shell.wantsMore) continue;
      if (++looks === 1 && changesPrompt(command.text)) this.#shell.rearm();
      else {
        const count = innerCount(this.#commands, command, next);
        ender.hasLines = count > 0 && inside.length === 0;
        ender.look(parts?.foreground ?? command.text);
        if (!ender.asksForLines) continue;
        transcript.keepNoMore();
        const lines = this.#commands.slice(next, next + count);
        inside.push(...(await typeInside(lines, this.#options, this.#shell, ender, transcript)));
        this.#options.onLine(command.line);
        ender.linesTyped();
        next += inside.length;
      }
    }
    const exitCode = this.#shell.waits ? this.#shell.code : (this.#shell.exit ?? null);
    const durationMs = this.#options.now() - startedMs;
    const echoed = await this.#tidy(command, transcript, ender);
    const output = echoed ? transcript.text.slice(command.text.length + 1) : transcript.text;
    this.#outputBytes += Buffer.byteLength(output);
    this.#jobs.note({ ...command, startedMs }, parts?.background, this.#shell.jobs, this.#options.now());
    this.#result.commands.push({ ...command, exitCode, startedMs, durationMs, endedBy: ender.done, output });
    this.#result.commands.push(...inside);
    const last = inside.at(-1);
    if (last !== undefined) this.#remark('inside', command, { count: inside.length, last: last.line });
    else if (ender.done.length === 0) next += this.#skipOrphans(command, next, exitCode);
    if (transcript.cut) this.#sayCut(command, Buffer.byteLength(output));
    this.#conclude(command, ender, Math.max(0, this.#commands.length - next));
    return next;
  }

  /** Passes over the commands for a shell that was not opened, and says so; gives their number. */
  #skipOrphans(opener: ScriptCommand, next: number, exitCode: number | null): number {
    const count = this.#shell.waits ? orphanCount(this.#commands, opener, next, exitCode) : 0;
    const last = this.#commands[next + count - 1]?.line ?? 0;
    if (count > 0) this.#remark('noShell', opener, { code: exitCode ?? '?', count, last });
    return count;
  }

  /** Types on where the shell waits for the rest of a command, blank lines and all; gives it up at the script's end. */
  async #continue(command: ScriptCommand, rest: ScriptCommand | undefined): Promise<void> {
    const { signal } = this.#options;
    if (rest !== undefined) {
      const more = this.#lines.slice(command.endLine, rest.endLine).join('\n');
      command.text += `\n${more}`;
      command.endLine = rest.endLine;
      return this.#shell.type(more, signal);
    }
    this.#result.remarks.push(remark('unfinished', command));
    this.#shell.press(ctrlC.keys);
    await this.#shell.prompted(dropMs, signal);
  }

  /** Which of the two limits of what is kept was reached; the script's is said once. */
  #sayCut(command: ScriptCommand, kept: number): void {
    const { outputBytes } = this.#options.limits;
    if (this.#outputBytes < outputBytes) this.#remark('cut', command, { bytes: kept });
    else if (!this.#outputFull) this.#remark('scriptOutput', command, { bytes: outputBytes });
    this.#outputFull = this.#outputBytes >= outputBytes;
  }

  /** Says what ended the command, and decides whether the script goes on. */
  #conclude(command: ScriptCommand, { done, limit, stuck }: Ender, count: number): void {
    const { limits, terminal } = this.#options;
    const keys = done;
    const { exit, code } = this.#shell;
    this.#result.exit.code = code;
    if (limit === 'commandTime')
      this.#remark('commandTime', command, { seconds: limits.commandMs / 1000, keys });
    if (limit === 'flood') this.#remark('flood', command, { bytes: limits.outputBytes, keys });
    if (limit === undefined && done.length > 0) this.#remark('ended', command, { keys });
    if (exit !== undefined) {
      this.#result.exit = exit === null ? { kind: 'lost', code: null } : { kind: 'exit', code: exit };
      if (count > 0) this.#remark('exited', command, { code: exit ?? '?', count });
    } else if (limit === 'scriptTime') {
      this.#result.exit = { kind: 'limit', code: stuck ? null : code };
      this.#remark('scriptTime', command, { seconds: limits.scriptMs / 1000, count });
    } else if (stuck) {
      this.#result.exit = { kind: 'limit', code: null };
      this.#remark('stuck', command, { count });
    }
    if (stuck) terminal.close();
  }

  /** Leaves a shell that waits, with a sane terminal, for the next command; tells whether this one was echoed. */
  async #tidy({ text }: ScriptCommand, transcript: Transcript, { done }: Ender): Promise<boolean> {
    const seemsEchoed = transcript.beginsWith(text);
    if (!this.#shell.waits) return false;
    const { signal } = this.#options;
    if (done.at(-1) === ctrlZ.name) await this.#shell.own(killStopped, signal);
    if (seemsEchoed && this.#echoes >= echoRepairs) return true;
    if (done.length === 0 && !this.#shell.doubtful && !seemsEchoed) return false;
    const echoes = await this.#shell.settle(signal);
    if (echoes) this.#echoes++;
    return echoes && seemsEchoed;
  }

  #remark(kind: Parameters<typeof remark>[0], command: ScriptCommand, values: RemarkValues): void {
    this.#result.remarks.push(remark(kind, command, values));
  }
}
