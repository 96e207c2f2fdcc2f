/** Why bytes cannot be read as text, and where. */
export type TextTrouble = { kind: 'utf16' } | { kind: 'binary' | 'not-utf8'; line: number };

/**
 * The text of a file that a person wrote, without a byte order mark; or what it is instead of UTF-8, with the line
 * that shows it.
 */
export function readUtf8(bytes: Uint8Array): { text: string } | { trouble: TextTrouble } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { trouble: { kind: 'utf16' } };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { trouble: { kind: 'binary', line: lineAt(bytes, nul) } };
  const bad = firstInvalid(bytes);
  if (bad >= 0) return { trouble: { kind: 'not-utf8', line: lineAt(bytes, bad) } };
  return { text: new TextDecoder('utf-8').decode(bytes) };
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = 0; at < offset; at++) if (bytes[at] === 0x0a) line++;
  return line;
}

/** The offset where the bytes stop being UTF-8, or -1: the longest prefix that decodes, found by halving. */
function firstInvalid(bytes: Uint8Array): number {
  if (decodes(bytes, false)) return -1;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodes(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  return good;
}

function decodes(bytes: Uint8Array, partial: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: partial });
    return true;
  } catch {
    return false;
  }
}
