import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Hello, readHello } from './client-hello.ts';
import { metered } from './metered.ts';
import { type Refusal, reasonPhrase, refusal } from './refusal.ts';
import type { Service } from './service.ts';

/** TLS's fatal alert 112, unrecognized_name (RFC 8446, section 6.2): clients print it instead of a bare end. */
const unrecognizedName = Buffer.from([21, 3, 1, 0, 2, 2, 112]);

/** Serves one CONNECT: bytes pass once the client's first TLS message has named the very host it asked for. */
export async function tunnel(
  service: Service,
  request: IncomingMessage,
  client: Duplex,
  head: Buffer,
): Promise<void> {
  const { record, limits, download, upload } = service.options;
  client.on('error', () => client.destroy());
  request.socket.setTimeout(limits.clientIdleMs, () => client.destroy());
  const opened = await service.open(request.method ?? '', request.url ?? '', request.headers);
  if (opened.refusal) return refuse(client, opened.refusal);
  const { socket: mirror, allowed } = opened;
  const { host } = allowed;
  client.once('close', () => mirror.destroy());
  if (client.destroyed) return void mirror.destroy();
  record.answered(host);
  client.write('HTTP/1.1 200 Connection established\r\n\r\n');

  const { hello, bytes } = await firstMessage(client, head, limits.headerMs);
  if (hello.kind !== 'named' || hello.name !== host) {
    record.note(
      hello.kind === 'named' ? refusal('serverName', { host, name: hello.name }) : refusal('tls', { host }),
    );
    mirror.destroy();
    return void client.end(unrecognizedName, () => client.destroy());
  }
  const up = metered(upload, () => record.note(refusal('upload', { host, bytes: limits.uploadBytes })));
  const down = metered(download, () =>
    record.note(refusal('download', { host, bytes: limits.downloadBytes })),
  );
  up.write(bytes);
  try {
    await Promise.all([pipeline(client, up, mirror), pipeline(mirror, down, client)]);
  } catch {
    // Either side may end a tunnel as it likes.
  } finally {
    mirror.destroy();
    client.destroy();
  }
}

/** Collects what the client sends until its first TLS message is whole, or cannot become one, or time is over. */
async function firstMessage(
  client: Duplex,
  head: Buffer,
  deadlineMs: number,
): Promise<{ hello: Hello; bytes: Buffer }> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let bytes = head;
  let hello = readHello(bytes);
  const more = (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    hello = readHello(bytes);
    if (hello.kind !== 'incomplete') resolve();
  };
  const timer = setTimeout(resolve, deadlineMs);
  if (hello.kind === 'incomplete') client.on('data', more).once('end', resolve).once('close', resolve);
  else resolve();
  await promise;
  clearTimeout(timer);
  client.pause();
  client.off('data', more).off('end', resolve).off('close', resolve);
  return { hello, bytes };
}

function refuse(client: Duplex, refused: Refusal): void {
  if (!client.writable) return void client.destroy();
  const body = `drydock: ${refused.text.en}\n`;
  client.end(
    `HTTP/1.1 ${refused.status} ${reasonPhrase(refused)}\r\nContent-Type: text/plain; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    () => client.destroy(),
  );
}
