import { open } from 'node:fs/promises';

/** What is unpacked, and by name what is not. */
export type ArchiveKind = 'zip' | 'tar' | 'tar.gz' | '7z' | 'rar' | 'xz' | 'bzip2' | 'zstd' | 'unknown';

const endings = /\.(zip|tar|tar\.gz|tgz|7z|rar|egg|alz|tar\.xz|txz|tar\.bz2|tbz2|tar\.zst)$/i;
const magic: readonly [ArchiveKind, number, string][] = [
  ['zip', 0, '504b0304'],
  // A zip without entries is its end alone.
  ['zip', 0, '504b0506'],
  ['tar.gz', 0, '1f8b'],
  ['tar', 257, '7573746172'],
  ['7z', 0, '377abcaf271c'],
  ['rar', 0, '526172211a07'],
  ['xz', 0, 'fd377a585a00'],
  ['bzip2', 0, '425a68'],
  ['zstd', 0, '28b52ffd'],
];

/** The name of an archive without its ending; undefined when the name is not that of an archive. */
export function archiveName(file: string): string | undefined {
  return endings.test(file) ? file.replace(endings, '') : undefined;
}

/** What an archive is by its first bytes, whatever it is called. */
export async function archiveKind(path: string): Promise<ArchiveKind> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
  const head = buffer.subarray(0, bytesRead).toString('hex');
  const found = magic.find(([, offset, bytes]) => head.startsWith(bytes, offset * 2));
  return found?.[0] ?? 'unknown';
}
