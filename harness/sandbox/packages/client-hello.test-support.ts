import { once } from 'node:events';
import { createServer } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';

/** What this Node's own TLS client sends first. */
export async function realHello(options: ConnectionOptions): Promise<Buffer> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect({
    host: '127.0.0.1',
    port: (server.address() as { port: number }).port,
    ...options,
  });
  client.on('error', () => undefined);
  const [socket] = await once(server, 'connection');
  const [hello] = (await once(socket, 'data')) as [Buffer];
  client.destroy();
  socket.destroy();
  server.close();
  return hello;
}

/** A ClientHello with these extensions, `[type, content]`. */
export function helloWith(...extensions: [number, Buffer][]): Buffer {
  const listed = Buffer.concat(
    extensions.map(([type, content]) => Buffer.concat([word(type), sized(content)])),
  );
  const body = Buffer.concat([
    Buffer.from([3, 3]),
    Buffer.alloc(32),
    Buffer.from([0, 0, 2, 19, 1, 1, 0]),
    sized(listed),
  ]);
  const message = Buffer.concat([Buffer.from([1, 0]), word(body.length), body]);
  return record(message);
}

/** A server_name extension with these names. */
export function serverName(...names: string[]): [number, Buffer] {
  const entries = names.map((name) => Buffer.concat([Buffer.from([0]), sized(Buffer.from(name))]));
  return [0, sized(Buffer.concat(entries))];
}

export function record(fragment: Buffer): Buffer {
  return Buffer.concat([Buffer.from([22, 3, 1]), sized(fragment)]);
}

function sized(content: Buffer): Buffer {
  return Buffer.concat([word(content.length), content]);
}

function word(number: number): Buffer {
  return Buffer.from([number >> 8, number & 255]);
}
