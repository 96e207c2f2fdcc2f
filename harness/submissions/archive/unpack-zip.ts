import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { HandedInTrouble } from '../handed-in-trouble.ts';
import { broken, type Unpacking } from '../unpacking.ts';
import { entryName } from './entry-name.ts';

/** The file type bits of a Unix mode, which zip keeps in the upper half of the external attributes. */
const typeMask = 0o170_000;
const type = { folder: 0o040_000, file: 0o100_000, link: 0o120_000 };

/** Writes the regular files of a zip; yauzl holds each entry to the size that it declares. */
export async function unpackZip(path: string, into: Unpacking, signal: AbortSignal): Promise<void> {
  const zip = await openPromise(path, { decodeStrings: false });
  try {
    into.refuseEntries(zip.entryCount);
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted();
      await unpackEntry(zip, entry, into);
    }
  } finally {
    zip.close();
  }
}

async function unpackEntry(zip: ZipFile, entry: Entry, into: Unpacking): Promise<void> {
  const name = entryName(entry);
  const safe = into.enter(name);
  if (safe === undefined) return;
  const mode = entry.externalFileAttributes >>> 16;
  const kind = mode & typeMask;
  if (name.endsWith('/') || kind === type.folder) return into.makeFolder(safe);
  if (kind === type.link) return into.leave(safe, 'link');
  if (kind !== type.file && kind !== 0) return into.leave(safe, 'device');
  if (entry.isEncrypted()) throw new HandedInTrouble('ARCHIVE_ENCRYPTED', { path: safe });
  if (!entry.canDecodeFileData())
    throw new HandedInTrouble('ARCHIVE_METHOD', { path: safe, method: entry.compressionMethod });
  const options = { declared: entry.uncompressedSize, executable: (mode & 0o100) !== 0 };
  await into.writeFile(safe, options, verified(zip, entry, safe));
}

/** yauzl does not compare checksums: bytes that came to harm on the way would be graded as the student's. */
async function* verified(zip: ZipFile, entry: Entry, path: string): AsyncGenerator<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  // A stream that fails while nobody reads from it would end the process.
  stream.on('error', () => undefined);
  let sum = 0;
  for await (const chunk of stream) {
    sum = crc32(chunk as Buffer, sum);
    yield chunk as Buffer;
  }
  if (sum !== entry.crc32) throw broken(`${path}: wrong checksum`);
}
