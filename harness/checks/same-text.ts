/** Whether two files say the same; line ends and a byte order mark are an editor's business, not a difference. */
export function sameText(one: Buffer, other: Buffer): boolean {
  return plain(one) === plain(other);
}

function plain(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .replaceAll('\r\n', '\n')
    .trimEnd();
}
