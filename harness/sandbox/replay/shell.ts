/** The interactive bash behind a terminal: knows when it waits for a command, for more of one, or is gone. */
import { SandboxError } from '../../errors.ts';
import { MarkReader, promptCommand, type Signal } from './protocol.ts';
import { isTypeable, quotedPieces, withoutKeys, withStatus } from './quoting.ts';
import type { Terminal } from './terminal.ts';

/** How long the shell may take to show its first prompt. */
const startMs = 10_000;
/** How long the replay's own small commands may take. */
const ownMs = 2000;

export class Shell {
  /** The status at the last prompt. */
  code = 0;
  /** How many jobs it had then; undefined when a script keeps its prompt from telling. */
  jobs: number | undefined = 0;
  /** The status the shell ended with: undefined while it lives, null when it went without a word. */
  exit: number | null | undefined;
  /** Takes what the terminal shows. */
  onOutput: (text: string) => void = () => undefined;
  /** Stops listening to the terminal. */
  readonly release: () => void;
  readonly #terminal: Terminal;
  readonly #reader: MarkReader;
  readonly #nonce: string;
  #prompts = 0;
  #trailed = false;
  #wanted = 0;
  #turn = '';
  /** Of all prompts: one that `script` recorded may be shown again. */
  readonly #stamps = new Set<string>();
  #turns = 0;
  #typedLines = 0;
  #wake: () => void = () => undefined;

  constructor(terminal: Terminal, nonce: string) {
    this.#terminal = terminal;
    this.#nonce = nonce;
    this.#reader = new MarkReader(nonce);
    this.release = terminal.onData((chunk) => {
      for (const signal of this.#reader.read(chunk)) this.#take(signal);
    });
    terminal.closed.then(() => {
      if (this.exit === undefined) this.#end(null);
    });
  }

  /** Waits for the first prompt. Throws SandboxError when none comes. */
  async start(signal: AbortSignal): Promise<void> {
    if (await this.prompted(startMs, signal)) return;
    throw new SandboxError({
      code: 'REPLAY_NO_PROMPT',
      message: {
        ko: `학생의 셸이 ${startMs / 1000}초 안에 명령을 받을 준비를 하지 못했습니다.`,
        en: `The student's shell was not ready for a command within ${startMs / 1000} s.`,
      },
      hint: {
        ko: '제출물의 잘못이 아닙니다. 머신이 너무 바쁜지 `drydock doctor` 명령으로 확인한 뒤 다시 채점하세요.',
        en: 'This is not the submission’s fault. See with `drydock doctor` whether the machine is overloaded, then grade again.',
      },
    });
  }

  /** Types a command. One that a terminal would cut or take for keys is handed over as a quoted string. */
  async type(text: string, signal: AbortSignal): Promise<void> {
    if (this.wantsMore) return this.#send(withoutKeys(text));
    if (!isTypeable(text)) {
      const code = this.code;
      for (const [index, part] of quotedPieces(text).entries()) {
        await this.own(`DRYDOCK_TEXT${index === 0 ? '=' : '+='}${part}`, signal);
      }
      await this.own(withStatus(code), signal);
      return this.#send('builtin eval "$DRYDOCK_TEXT"');
    }
    this.#send(text);
  }

  /** Presses keys. */
  press(data: string): void {
    this.#terminal.write(data);
  }

  /** Tells a shell whose prompt a script replaced how to tell again that it waits. Keeps `$?`. */
  rearm(): void {
    const command = quotedPieces(promptCommand(this.#nonce)).join('');
    const status = '[[ $- == *e* ]] || (exit $DRYDOCK_STATUS)';
    this.#terminal.write(`DRYDOCK_STATUS=$? PROMPT_COMMAND=${command}; ${status}\n`);
  }

  /** Types one of the replay's own commands and waits for its prompt; tells whether what it showed was its echo. */
  async own(command: string, signal: AbortSignal): Promise<boolean> {
    const listener = this.onOutput;
    let shown = '';
    this.onOutput = (text) => {
      shown += text;
    };
    this.#send(command);
    await this.prompted(ownMs, signal);
    this.onOutput = listener;
    return shown.includes(command);
  }

  /**
   * Makes sure that the shell waits now and for nothing else, after keys were pressed or a prompt looked doubtful:
   * a late key may have drawn a prompt of its own. Also repairs the terminal's modes, and tells whether it echoed. Keeps `$?`.
   */
  async settle(signal: AbortSignal): Promise<boolean> {
    const turn = String(++this.#turns);
    const code = this.code;
    const until = performance.now() + ownMs;
    const repair = `DRYDOCK_TURN=${turn}; command stty sane -echo </dev/tty 2>/dev/null`;
    const echoed = await this.own(`${repair}; ${withStatus(code)}`, signal);
    const listener = this.onOutput;
    this.onOutput = () => undefined;
    while (this.#turn !== turn && this.exit === undefined && performance.now() < until) {
      await this.change(until - performance.now(), signal);
    }
    this.onOutput = listener;
    this.code = code;
    return echoed;
  }

  /** True once a prompt was shown for what was typed last. */
  get waits(): boolean {
    return this.#prompts > 0;
  }

  /** True when the prompt may be a forged or a stray one: it came twice, or with something after it. */
  get doubtful(): boolean {
    return this.#prompts > 1 || this.#trailed;
  }

  /** True when all that was typed is read and the command still is not whole. */
  get wantsMore(): boolean {
    return this.#prompts === 0 && this.#wanted > 0 && this.#wanted >= this.#typedLines;
  }

  /** Resolves at the next prompt, request for more or exit, or after so many milliseconds. */
  async change(ms: number, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const abort = () => reject(signal.reason);
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', abort, { once: true });
    this.#wake = resolve;
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    }
  }

  #send(text: string): void {
    if (!this.wantsMore) {
      this.#wanted = 0;
      this.#typedLines = 0;
    }
    this.#prompts = 0;
    this.#trailed = false;
    this.#typedLines += text.split('\n').length;
    this.#terminal.write(`${text}\n`);
  }

  /** Waits for a prompt so many milliseconds; tells whether it came. */
  async prompted(ms: number, signal: AbortSignal): Promise<boolean> {
    const until = performance.now() + ms;
    while (!this.waits && this.exit === undefined) {
      const left = until - performance.now();
      if (left <= 0) return false;
      await this.change(left, signal);
    }
    return this.waits;
  }

  #take(signal: Signal): void {
    if (signal.kind === 'output') {
      if (this.#prompts > 0) this.#trailed = true;
      this.onOutput(signal.text);
      return;
    }
    if (signal.kind === 'exit') this.#end(signal.code);
    else if (signal.kind === 'more') this.#wanted++;
    else if (signal.stamp === '' || !this.#stamps.has(signal.stamp)) {
      this.#prompts++;
      this.code = signal.code;
      this.jobs = signal.jobs;
      this.#turn = signal.turn;
      this.#stamps.add(signal.stamp);
    }
    this.#wake();
  }

  #end(code: number | null): void {
    this.exit = code;
    this.#wake();
  }
}
