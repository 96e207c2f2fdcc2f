/** Texts that cannot be typed as they are, in a form that can. */

/** A terminal line holds 4095 bytes and a newline (Linux n_tty, canonical mode): what is longer is cut. */
const lineBytesLimit = 4000;
/** Characters of one quoted piece: at most 3 bytes each in UTF-8, a third of them spare for the command around it. */
const pieceLength = 1000;
/** Control characters other than tab and newline act as keys on a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const keys = /[\x00-\x08\x0b-\x1f\x7f]/g;

/** True when a terminal takes the text as it is: no character acts as a key, no line is cut. */
export function isTypeable(text: string): boolean {
  return text.search(keys) < 0 && text.split('\n').every((line) => Buffer.byteLength(line) <= lineBytesLimit);
}

export function withoutKeys(text: string): string {
  return text.replace(keys, '');
}

/** A text as ANSI-C quoted pieces (`$'…'`), each short enough for one terminal line. */
export function quotedPieces(text: string): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (char === '\\' || char === "'") piece += `\\${char}`;
    else if (code < 0x20 || code === 0x7f) piece += `\\${code.toString(8).padStart(3, '0')}`;
    else piece += char;
    if (piece.length >= pieceLength) {
      pieces.push(`$'${piece}'`);
      piece = '';
    }
  }
  return [...pieces, `$'${piece}'`];
}

/** A command that leaves `$?` at this status; under `set -e` it must not fail, or the shell would end. */
export function withStatus(code: number): string {
  return code === 0 ? ':' : `[[ $- == *e* ]] || (exit ${code})`;
}
