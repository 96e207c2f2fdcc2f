/** Korean and Western Windows: what spreadsheets write that was not asked for UTF-8. */
const others = ['euc-kr', 'windows-1252'];

/**
 * The text of a CSV as spreadsheets write it, without a byte order mark: UTF-8, UTF-16 where a mark says so, and else
 * what Windows takes for its own (CP949 in Korea), so that no name comes out as question marks.
 */
export function csvText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const encoding = ['utf-8', ...others].find((each) => decodes(bytes, each)) ?? 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
