/** What one command showed on the terminal: capped, with what the ending policy must know about it. */
export class Transcript {
  /** Everything that came, kept or not. */
  bytes = 0;
  /** Separate times that something came: a loop's rounds, roughly. */
  bursts = 0;
  lastAt: number;
  /** True while a full-screen program (an editor, a pager) has the screen. */
  fullScreen = false;
  #left: number;
  #kept = '';
  /** The last characters, kept or not: where a prompt would stand. */
  #tail = '';

  /** `cap` in bytes of UTF-8. */
  constructor(now: number, cap: number) {
    this.lastAt = now;
    this.#left = Math.max(0, cap);
  }

  add(text: string, now: number): void {
    if (this.bytes === 0 || now - this.lastAt > burstGapMs) this.bursts++;
    const bytes = Buffer.byteLength(text);
    this.bytes += bytes;
    this.lastAt = now;
    if (this.#keeps) this.#keep(text, bytes);
    this.#tail = (this.#tail + text).slice(-tailLength);
    const entered = text.lastIndexOf('\x1b[?1049h');
    const left = text.lastIndexOf('\x1b[?1049l');
    if (entered !== left) this.fullScreen = entered > left;
  }

  /** Bytes that may still be kept. */
  get left(): number {
    return this.#left;
  }

  /** What comes from now on is watched, and kept by another. */
  keepNoMore(): void {
    this.#keeps = false;
  }

  get cut(): boolean {
    return this.#cut;
  }

  /** True when the last line is not ended: `/ # `, `Continue? [Y/n] `, `Name: `. */
  get showsPrompt(): boolean {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals speak in them
    const plain = this.#tail.replace(/\x1b\[[\d;?]*[a-zA-Z]/g, '').replace(/\x1b\][^\x07]*\x07/g, '');
    return plain !== '' && !plain.endsWith('\n');
  }

  #cut = false;
  #keeps = true;

  #keep(text: string, bytes: number): void {
    if (bytes <= this.#left) {
      this.#kept += text;
      this.#left -= bytes;
      return;
    }
    // A character that the cap halves is dropped whole.
    this.#kept += Buffer.from(text)
      .subarray(0, this.#left)
      .toString()
      .replace(/\uFFFD$/, '');
    this.#left = 0;
    this.#cut = true;
  }

  /** What was kept, without the replay's own words. */
  get text(): string {
    return this.#kept.replace(protocolLines, '');
  }

  /** True when it begins with what was typed: an echo, unless the command says just that. */
  beginsWith(typed: string): boolean {
    return this.text.startsWith(`${typed}\n`);
  }
}

/** Silence between two bursts, in milliseconds. */
const burstGapMs = 200;
const tailLength = 400;
/** `set -v` shows PROMPT_COMMAND, `env` too. */
const protocolLines = /^.*\bDRYDOCK_STATUS=.*\n?/gm;
