import { stripVTControlCharacters, styleText } from 'node:util';
import { textWidth } from '../../reports/text-width/index.ts';
import type { Locale, Text } from '../text.ts';

/** What there is to say about the work under way. */
export interface Step {
  /** What is being done, in the reader's language: `Replaying`. */
  readonly phase: Text;
  /** What it is about: the assignment, the image. */
  readonly subject?: string;
  /** The detail of this moment: the command being typed, the check being run. May hold anything a student wrote. */
  readonly detail?: string;
}

/** `live` redraws one line, `lines` prints one per phase, `silent` says nothing. */
export type ProgressMode = 'live' | 'lines' | 'silent';

/** Where progress goes; a part of Output. */
interface Sink {
  readonly columns: number;
  readonly color: boolean;
  draw(text: string): void;
}

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 100;
const hideCursor = '\x1b[?25l';
/** The escape sequence that a way out without disposal has to print. */
export const showCursor = '\x1b[?25h';
const clearLine = '\r\x1b[2K';

/**
 * The status of a long command on stderr. Disposing it wipes the line and shows the cursor again; do so on every
 * way out. A command that a student wrote is printed without its control characters.
 */
export class Progress {
  readonly #sink: Sink;
  readonly #mode: ProgressMode;
  readonly #locale: Locale;
  readonly #startedMs = performance.now();
  #step: Step | undefined;
  #lastLine = '';
  #frame = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(sink: Sink, mode: ProgressMode, locale: Locale) {
    this.#sink = sink;
    this.#mode = mode;
    this.#locale = locale;
  }

  /** Says what is going on now. */
  show(step: Step): void {
    this.#step = step;
    if (this.#mode === 'lines') this.#print(step);
    if (this.#mode === 'live' && this.#timer === undefined) this.#start();
  }

  /** Prints a line that stays, above the live one. */
  say(line: string): void {
    if (this.#mode === 'silent') return;
    this.#sink.draw(`${this.#timer === undefined ? '' : clearLine}${line}\n`);
  }

  [Symbol.dispose](): void {
    if (this.#timer === undefined) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#sink.draw(`${clearLine}${showCursor}`);
  }

  #start(): void {
    this.#timer = setInterval(() => this.#redraw(), frameMs);
    this.#timer.unref();
    this.#sink.draw(hideCursor);
    this.#redraw();
  }

  #redraw(): void {
    if (this.#step === undefined || this.#timer === undefined) return;
    const spinner = frames[this.#frame++ % frames.length] ?? '';
    const seconds = `${((performance.now() - this.#startedMs) / 1000).toFixed(1)}s`;
    const room = this.#sink.columns - 4 - seconds.length;
    const line = fitToWidth(stepLine(this.#step, this.#locale), room);
    const paint = (style: 'cyan' | 'dim', text: string) =>
      this.#sink.color ? styleText(style, text, { validateStream: false }) : text;
    this.#sink.draw(`${clearLine}${paint('cyan', spinner)} ${line} ${paint('dim', seconds)}`);
  }

  #print(step: Step): void {
    const line = stepLine({ ...step, detail: '' }, this.#locale);
    if (line === this.#lastLine) return;
    this.#lastLine = line;
    this.#sink.draw(`${line}\n`);
  }
}

/** One step as one line of plain text, whatever a student wrote into it. */
export function stepLine({ phase, subject, detail }: Step, locale: Locale): string {
  const head = subject ? `${subject} · ${phase[locale]}` : phase[locale];
  return plainLine(detail ? `${head} · ${detail}` : head);
}

/** Text that cannot move a cursor, ring a bell or open a second line. */
export function plainLine(text: string): string {
  return stripVTControlCharacters(text)
    .replace(/\r?\n/g, ' ⏎ ')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}

/** The longest beginning of a text that fits into `room` cells, with `…` in the last one where something is missing. */
export function fitToWidth(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let fitted = '';
  let used = 1;
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += textWidth(segment);
    if (used > room) break;
    fitted += segment;
  }
  return room < 1 ? '' : `${fitted}…`;
}
