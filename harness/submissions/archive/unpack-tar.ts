import { createReadStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { broken, type Unpacking } from '../unpacking.ts';

/** A header, a longer name's header, and padding. */
const entryOverhead = 2048;
const executableBit = 0o100;

/** Writes the regular files of a tar archive, packed with gzip or not. */
export async function unpackTar(
  path: string,
  gzip: boolean,
  into: Unpacking,
  signal: AbortSignal,
): Promise<void> {
  const reader = extract();
  const source = createReadStream(path);
  const streams: Readable[] = gzip ? [source, createGunzip(), counted(into)] : [source, counted(into)];
  for (const stream of streams) stream.on('error', (error: Error) => reader.destroy(error));
  streams
    .reduce<Readable>((from, to) => (to instanceof Transform ? from.pipe(to) : from), source)
    .pipe(reader);
  let entries = 0;
  try {
    for await (const entry of reader) {
      signal.throwIfAborted();
      await unpackEntry(entry.header, entry, into);
      entries += 1;
      entry.resume();
    }
  } finally {
    for (const stream of streams) stream.destroy();
  }
  if (entries === 0) throw broken('no entries');
}

async function unpackEntry(header: Header, entry: AsyncIterable<unknown>, into: Unpacking): Promise<void> {
  const { name, type, size = 0, mode = 0 } = header;
  const safe = into.enter(name);
  if (safe === undefined) return;
  if (type === 'directory') return into.makeFolder(safe);
  if (type === 'link' || type === 'symlink') return into.leave(safe, 'link');
  if (type !== 'file' && type !== 'contiguous-file') return into.leave(safe, 'device');
  const options = { declared: size, executable: (mode & executableBit) !== 0 };
  await into.writeFile(safe, options, entry);
}

/** All that comes out counts, whatever it is: entries that are skipped, and headers alone, fill memory and time too. */
function counted(into: Unpacking): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      try {
        into.refuseBytes(bytes, entryOverhead);
        done(null, chunk);
      } catch (thrown) {
        done(thrown as Error);
      }
    },
  });
}
