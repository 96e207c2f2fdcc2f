/** What the processes on a terminal do, as the kernel tells: whether the command under way can still end by itself. */

/** One process on the terminal. */
export interface TerminalProcess {
  id: number;
  /** Its process group; a command that a person waits for is in the foreground group. */
  group: number;
  foreground: number;
  /** One letter of proc(5): `S` sleeps, `R` runs, `T` is stopped. */
  state: string;
  /** CPU that it and its ended children used, in clock ticks. */
  ticks: number;
  /** The kernel's function in which it waits, `-` where that is not told. */
  waits: string;
  /** Whether its standard input is a terminal. */
  keyboard: boolean;
  sockets: number;
  words: string;
}

/**
 * `reads`: waits for a line that nobody will type. `endless`: says itself that it never ends. `idle`: nothing of it has
 * done anything for long. Undefined: it works, or waits for something that comes.
 */
export type Doing = 'reads' | 'endless' | 'idle' | undefined;

/** How long nothing at all may happen before it is called idle, in milliseconds. */
const idleMs = 20_000;

/** The name of the kernel's function in which a read of a terminal waits: 6.x, and before. */
const readsTerminal = /^(wait_woken|n_tty_read|tty_read)\b/;
const program = String.raw`^(?:\S*/)?`;
const sleepsForEver = new RegExp(
  `${program}(?:sleep inf(?:inity)?|tail (?:\\S+ )*(?:-\\w*[fF]|--follow))(?: |$)`,
);
/** Ends by itself: a sleep of so long, what has a deadline, what waits for an answer from elsewhere. */
const ends = new RegExp(
  `${program}(?:sleep \\d|timeout |curl |wget |apt|npm |pip|git |ssh |docker )|(?:^|/)(?:npm|apt|pip)\\b`,
);

/** Reads the lines that processes.pl prints; what is no such line is left out. */
export function terminalProcesses(text: string): TerminalProcess[] {
  const line = /^(\d+) (\d+) (-?\d+) (\S) (\d+) (\S+) ([01]) (\d+) (.*)$/;
  return text.split('\n').flatMap((one) => {
    const [, id, group, foreground, state = '', ticks, waits = '', keyboard, sockets, words = ''] =
      line.exec(one) ?? [];
    if (id === undefined) return [];
    return {
      ...{ id: Number(id), group: Number(group), foreground: Number(foreground), state, waits },
      ...{ ticks: Number(ticks), keyboard: keyboard === '1', sockets: Number(sockets), words: words.trim() },
    };
  });
}

/** Watches what a terminal's processes do from look to look. */
export class Stillness {
  #picture = '';
  #sinceMs = 0;
  #looks = 0;

  /** Takes a look's answer; `now` in milliseconds. Two looks that show the same are needed to say anything. */
  note(processes: readonly TerminalProcess[], now: number): Doing {
    const picture = processes
      .map(({ id, ticks, state, waits }) => [id, ticks, state, waits].join())
      .join(' ');
    if (picture !== this.#picture) {
      this.#picture = picture;
      this.#sinceMs = now;
      this.#looks = 0;
    }
    this.#looks += 1;
    const front = processes.filter(({ group, foreground }) => group === foreground);
    if (front.length === 0 || this.#looks < 2) return undefined;
    if (processes.some(({ words }) => ends.test(words))) return undefined;
    if (front.some(({ words }) => sleepsForEver.test(words))) return 'endless';
    const reader = ({ waits, keyboard, sockets }: TerminalProcess) =>
      keyboard && sockets === 0 && readsTerminal.test(waits);
    if (front.some(reader)) return 'reads';
    const asleep = processes.every(({ state }) => state === 'S' || state === 'T');
    return asleep && now - this.#sinceMs >= idleMs ? 'idle' : undefined;
  }
}
