/** How the shell tells that it is ready: marks in its prompts, told from the student's output by a nonce. */
import { StringDecoder } from 'node:string_decoder';

/**
 * The command of the terminal: bash without files of its own and without line editing, under a small shell that
 * outlives it, so that its exit status is known whatever ended it (`exit`, `set -e`, `exec`, `kill -9 $$`).
 * `ignoreeof`: a Ctrl-D that comes too late does not close the shell. A terminal without a size becomes one of a
 * single column in containers that are attached to (docker CLI 28.2), where readline shows no prompt.
 */
export const shellCommand: string[] = [
  'sh',
  '-c',
  [
    'nonce=$DRYDOCK_NONCE',
    'unset DRYDOCK_NONCE',
    'stty -echo cols 120 rows 40',
    'bash --noprofile --norc --noediting +H -o ignoreeof -i',
    'printf "\\033]9;%s;exit;%s\\007" "$nonce" "$?"',
  ].join('; '),
];

/**
 * The environment of the terminal. The prompt itself carries the mark (`set -x` does not trace prompts);
 * PROMPT_COMMAND puts it back when a script changed PS1, and writes it to /dev/tty instead while stderr is redirected.
 * Both are exported, so a nested `bash` or `sh` tells as well when it waits. The time makes a mark unique:
 * line editing may draw a prompt twice.
 */
export function shellEnvironment(nonce: string): string[] {
  return [
    'TERM=xterm-256color',
    'COLUMNS=120',
    'LINES=40',
    'LANG=C.UTF-8',
    'HISTFILE=',
    `PS1=${promptOf(nonce)}`,
    `PS2=${mark(nonce, 'more')}`,
    `PROMPT_COMMAND=${promptCommand(nonce)}`,
    `DRYDOCK_NONCE=${nonce}`,
  ];
}

/** What PROMPT_COMMAND must be for the shell to tell that it waits. */
export function promptCommand(nonce: string): string {
  const fields = `"$DRYDOCK_STATUS" "\${EPOCHREALTIME-}" "\${DRYDOCK_TURN-}"`;
  const direct = `printf '\\033]9;${nonce};%s;%s;%s\\007' ${fields} >/dev/tty`;
  // Written as escapes: `set -v` shows the command itself, which must not pass for a prompt.
  // PS2 in escapes: `set -v` shows this command, which must not pass for a prompt.
  const shown = `PS1='${promptOf(nonce)}'; [[ -n "\${PS2-}" ]] || PS2=$'\\033]9;${nonce};more\\007'`;
  // In a file they would be shown as new whenever the file is.
  const hidden = `PS1=; PS2=; ${direct} || :`;
  const usual = `{ if [[ -t 9 ]]; then ${shown}; else ${hidden}; fi; } 9>&2 2>/dev/null`;
  // A closed stderr cannot be kept aside as 9, and shows no prompt.
  const closed = `[[ -t 2 ]] || { ${direct}; } 2>/dev/null || :`;
  return `{ DRYDOCK_STATUS=$?; } 2>/dev/null; ${usual} || ${closed}`;
}

function promptOf(nonce: string): string {
  return `\\[${mark(nonce, `$?;\${EPOCHREALTIME-};\${DRYDOCK_TURN-};\\j:$$`)}\\]`;
}

function mark(nonce: string, fields: string): string {
  return `\x1b]9;${nonce};${fields}\x07`;
}

/** What came through the terminal, in order. */
export type Signal =
  | { kind: 'output'; text: string }
  /** The shell waits for a command; `turn` is what it was last told to repeat, `jobs` how many the outermost shell has. */
  | { kind: 'prompt'; code: number; stamp: string; turn: string; jobs: number | undefined }
  /** The shell waits for the rest of a command. */
  | { kind: 'more' }
  | { kind: 'exit'; code: number };

/** The longest that a mark can be, in characters. */
const longestMark = 160;

/** Takes the terminal's bytes apart into output and marks, also where a chunk ends inside one. */
export class MarkReader {
  readonly #mark: RegExp;
  readonly #nonce: string;
  readonly #decoder = new StringDecoder('utf8');
  /** The process id of the student's own shell: one that was started in it has jobs of its own. */
  #outermost: string | undefined;
  #held = '';

  constructor(nonce: string) {
    this.#nonce = nonce;
    const escaped = nonce.replace(/[^\w-]/g, '\\$&');
    // dash, as a nested shell, prints the brackets of the prompt as they are.
    this.#mark = new RegExp(
      `(?:\\\\\\[)?\\x1b\\]9;${escaped};(?:(more)|exit;(\\d+)|(\\d+);([\\d.,]*);(\\w*)(?:;(?:(\\d+)|\\\\j):(\\d+))?)\\x07(?:\\\\\\])?`,
      'g',
    );
  }

  read(chunk: Buffer): Signal[] {
    const text = this.#held + this.#decoder.write(chunk);
    const signals: Signal[] = [];
    let from = 0;
    for (const match of text.matchAll(this.#mark)) {
      this.#output(signals, text.slice(from, match.index));
      from = match.index + match[0].length;
      const [, more, exit, code, stamp = '', turn = '', jobs, shell = ''] = match;
      if (more !== undefined) signals.push({ kind: 'more' });
      else if (exit !== undefined) signals.push({ kind: 'exit', code: Number(exit) });
      else {
        this.#outermost ??= shell;
        const counted = jobs === undefined || shell !== this.#outermost ? undefined : Number(jobs);
        signals.push({ kind: 'prompt', code: Number(code), stamp, turn, jobs: counted });
      }
    }
    const rest = text.slice(from);
    const open = rest.length - this.#couldBeMark(rest);
    this.#held = rest.slice(open);
    this.#output(signals, rest.slice(0, open));
    return signals;
  }

  /** How many characters at the end may be the beginning of a mark. */
  #couldBeMark(text: string): number {
    const start = text.lastIndexOf('\x1b', text.length);
    if (start < 0 || text.length - start > longestMark) return /\\\[?$/.exec(text)?.[0].length ?? 0;
    const tail = text.slice(start);
    const opening = `\x1b]9;${this.#nonce};`;
    const possible =
      opening.startsWith(tail) || (tail.startsWith(opening) && /^[\w;:.,\\-]*$/.test(tail.slice(3)));
    if (!possible) return 0;
    return tail.length + (text.slice(0, start).endsWith('\\[') ? 2 : 0);
  }

  #output(signals: Signal[], text: string): void {
    if (text === '') return;
    // A script may print its own environment: the transcript must not change from run to run.
    const clean = text.replaceAll(this.#nonce, 'prompt').replaceAll('\r', '');
    signals.push({ kind: 'output', text: clean.replaceAll('\x1b[?2004h', '').replaceAll('\x1b[?2004l', '') });
  }
}
