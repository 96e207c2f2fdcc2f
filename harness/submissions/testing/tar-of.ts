import { gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

/** A tar archive with exactly these entries, packed with gzip or not. */
export async function tarOf(
  entries: readonly (Partial<Header> & { name: string; bytes?: string })[],
  gzip = true,
): Promise<Buffer> {
  const archive = pack();
  for (const { bytes = '', ...header } of entries) archive.entry(header, bytes);
  archive.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of archive) chunks.push(chunk as Buffer);
  const plain = Buffer.concat(chunks);
  return gzip ? gzipSync(plain) : plain;
}
