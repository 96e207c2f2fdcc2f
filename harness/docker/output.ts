import type { Duplex } from 'node:stream';

/** One frame's header in a multiplexed stream of the Docker API: stream type, three zero bytes, length (big endian). */
const headerBytes = 8;

/**
 * The text of a container's logs as `GET /containers/{id}/logs` sends them: raw with a tty, else framed; stdout and
 * stderr in the order in which the daemon read them, CRLF as LF.
 */
export function outputText(bytes: Buffer, tty: boolean): string {
  if (tty) return bytes.toString('utf8').replaceAll('\r\n', '\n');
  const parts: Buffer[] = [];
  for (let at = 0; at + headerBytes <= bytes.length; ) {
    const length = bytes.readUInt32BE(at + 4);
    parts.push(bytes.subarray(at + headerBytes, at + headerBytes + length));
    at += headerBytes + length;
  }
  return Buffer.concat(parts).toString('utf8').replaceAll('\r\n', '\n');
}

/** Everything a stream gives, at most so many bytes of it. */
export async function collected(stream: Duplex, capBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes >= capBytes) break;
  }
  return Buffer.concat(chunks).subarray(0, capBytes);
}
