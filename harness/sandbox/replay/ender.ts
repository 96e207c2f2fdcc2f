/** Watches one command and presses what ends it: the policy's endings in time, the last resort at a limit. */
import type { OpenStream } from '../gate/index.ts';
import { closeAll, ctrlBackslash, ctrlZ, type Ending, force } from './endings.ts';
import { endingsFor } from './endless.ts';
import { endsInShell, isAttach, opensCall, sleepsMs } from './habits.ts';
import type { ReplayOptions } from './options.ts';
import { type Doing, Stillness } from './processes.ts';
import type { Shell } from './shell.ts';
import type { Transcript } from './transcript.ts';

/** Milliseconds that an ending has to show its effect, where it says nothing else. */
const usualEffectMs = 700;
/** After so many endings of one command only the strongest are left. */
const manyEndings = 8;
/** A command that is silent for so long has its processes looked at, and again after at most so long. Milliseconds. */
const firstProcessesMs = 2000;
const processesPauseMs = 5000;

export type LimitReached = 'commandTime' | 'scriptTime' | 'flood';

export class Ender {
  /** Names of the endings in order, as recorded. */
  readonly done: string[] = [];
  limit: LimitReached | undefined;
  /** True when everything was tried in vain. */
  stuck = false;
  /** True when a shell in a container waits for the lines that the script has for it. */
  asksForLines = false;
  /** Whether that shell has no terminal, and so no prompt that tells when it waits. */
  showsNoPrompt = false;
  /** Whether the script has such lines. */
  hasLines = false;
  readonly #options: ReplayOptions;
  readonly #shell: Shell;
  readonly #transcript: Transcript;
  readonly #startedMs: number;
  readonly #besideJobs: boolean;
  readonly #stillness = new Stillness();
  #doing: Doing;
  /** When the processes are looked at next, in milliseconds. */
  #processesAt: number;
  #plan: readonly Ending[] | null = null;
  #step = 0;
  #nextMs = 0;
  /** The open calls and the question on the screen that the plan is for. */
  #seen: readonly number[] = [];
  #asked = '';

  /** `besideJobs`: something runs in the background, which may hold calls open. */
  constructor(options: ReplayOptions, shell: Shell, transcript: Transcript, besideJobs: boolean) {
    this.#options = options;
    this.#shell = shell;
    this.#transcript = transcript;
    this.#startedMs = options.now();
    this.#besideJobs = besideJobs;
    this.#processesAt = this.#startedMs + firstProcessesMs;
  }

  /** Looks at the command once and acts when it is time. */
  look(text: string): void {
    const now = this.#options.now();
    this.#checkLimits(now);
    const streams = this.#ownStreams(text);
    if (this.limit === undefined && this.#hasChanged(streams)) this.#plan = null;
    if (this.#plan === null) {
      const plan = this.#diagnose(text, streams, now);
      if (plan === null) this.#lookAtProcesses(text, streams, now);
      if (plan === null) return;
      this.asksForLines = this.hasLines && this.limit === undefined && this.#isAtInnerPrompt(text, streams);
      if (this.asksForLines) return;
      this.#follow(plan, now);
      this.#seen = idsOf(streams);
      this.#asked = this.#question;
    }
    while (!this.stuck && now >= this.#nextMs) this.#act(streams, now);
  }

  /** The lines were typed: what the shell in the container does next is looked at afresh. */
  linesTyped(): void {
    this.hasLines = false;
    this.asksForLines = false;
  }

  /** Whether time is over or too much was shown; from then on every look presses what ends anything. */
  limitReached(): boolean {
    this.#checkLimits(this.#options.now());
    return this.limit !== undefined;
  }

  /** A shell that is attached to has shown its prompt before, to someone else; one without a terminal shows none. */
  #isAtInnerPrompt(text: string, streams: OpenStream[]): boolean {
    const reached = streams.filter(({ kind, stdin }) => (kind === 'exec' || kind === 'attach') && stdin);
    if (reached.length === 0 || this.#transcript.fullScreen) return false;
    this.showsNoPrompt = !reached.some(({ tty }) => tty);
    if (this.showsNoPrompt) return endsInShell(text) && !/[|<]/.test(text);
    return (isAttach(text) && this.#transcript.bytes === 0) || this.#transcript.showsPrompt;
  }

  #checkLimits(now: number): void {
    if (this.limit !== undefined) return;
    const { limits } = this.#options;
    if (now >= limits.scriptMs) this.limit = 'scriptTime';
    else if (now - this.#startedMs >= limits.commandMs) this.limit = 'commandTime';
    else if (this.#transcript.bytes > limits.outputBytes) this.limit = 'flood';
    if (this.limit !== undefined) this.#follow(force, now);
  }

  #follow(plan: readonly Ending[], now: number): void {
    this.#plan = plan;
    this.#step = 0;
    this.#nextMs = now;
  }

  #diagnose(text: string, streams: OpenStream[], now: number): readonly Ending[] | null {
    const plan = endingsFor({
      text,
      elapsedMs: now - this.#startedMs,
      silentMs: now - this.#transcript.lastAt,
      bursts: this.#transcript.bursts,
      showsPrompt: this.#transcript.showsPrompt,
      fullScreen: this.#transcript.fullScreen,
      streams,
      doing: this.#doing,
      idleMs: this.#options.limits.idleMs,
    });
    return plan !== null && this.done.length >= manyEndings ? [ctrlBackslash, closeAll, ctrlZ] : plan;
  }

  /** A next call, or without calls the next question, needs a fresh look; calls that went are what was wanted. */
  #hasChanged(streams: OpenStream[]): boolean {
    if (this.#plan === null) return false;
    const ids = idsOf(streams);
    if (ids.length === 0 && this.#seen.length === 0) return this.#question !== this.#asked;
    return ids.some((id) => !this.#seen.includes(id));
  }

  /** A silent command that has no call open, and did not say how long it sleeps: what do its processes wait for? */
  #lookAtProcesses(text: string, streams: OpenStream[], now: number): void {
    const silent =
      now - this.#transcript.lastAt >= firstProcessesMs && now - this.#startedMs >= sleepsMs(text);
    if (!silent || streams.length > 0 || now < this.#processesAt) return;
    // Asked for less often the longer it takes, and never twice at a time: a look costs a process.
    this.#processesAt = Number.POSITIVE_INFINITY;
    void this.#options.processes().then((processes) => {
      const then = this.#options.now();
      this.#processesAt = then + Math.min(processesPauseMs, (then - this.#startedMs) / 2);
      this.#doing = processes && this.#stillness.note(processes, then);
    });
  }

  get #question(): string {
    return this.#transcript.showsPrompt ? String(this.#transcript.bursts) : '';
  }

  /** A job sent to the background may open its call late: beside one, a call is the command's own when its words say so. */
  #ownStreams(text: string): OpenStream[] {
    return this.#options
      .streams()
      .filter(
        ({ call, kind }) => call.startedMs >= this.#startedMs && (!this.#besideJobs || opensCall(text, kind)),
      );
  }

  #act(streams: OpenStream[], now: number): void {
    const ending = this.#plan?.[this.#step++];
    if (ending === undefined) {
      this.stuck = true;
      return;
    }
    const closed = streams.filter(({ kind }) => ending.closes === 'all' || kind === ending.closes);
    if (ending.closes !== undefined && closed.length === 0) return;
    for (const { call } of closed) this.#options.closeStream(call.id);
    if (ending.keys !== '') this.#shell.press(ending.keys);
    this.done.push(ending.name);
    this.#nextMs = now + (ending.effectMs ?? usualEffectMs);
  }
}

/** Calls that a person could be looking at. */
function idsOf(streams: OpenStream[]): number[] {
  return streams.filter(({ kind }) => kind !== 'other' && kind !== 'wait').map(({ call }) => call.id);
}
