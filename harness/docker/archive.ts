import type { Readable } from 'node:stream';
import { extract } from 'tar-stream';

/**
 * The first regular file of a tar stream (GET /containers/{id}/archive of one path), at most `capBytes` of it.
 * Undefined when the first entry is a link, a folder or a device, or larger than the cap.
 */
export async function firstFile(tar: Readable, capBytes: number): Promise<Buffer | undefined> {
  const reader = extract();
  tar.on('error', (error) => reader.destroy(error));
  tar.pipe(reader);
  try {
    for await (const entry of reader) {
      const { type, size = 0 } = entry.header;
      if (type !== 'file' || size > capBytes) return undefined;
      const chunks: Buffer[] = [];
      for await (const chunk of entry) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    }
    return undefined;
  } finally {
    tar.destroy();
    reader.destroy();
  }
}
