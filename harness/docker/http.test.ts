import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpGet } from './http.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function serving(answer: Parameters<typeof createServer>[1]): Promise<number> {
  server = createServer({}, answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function dial(port: number) {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

describe('httpGet', () => {
  it('gives status, headers and body', async () => {
    const port = await serving((request, answer) =>
      answer.writeHead(201, { 'x-path': request.url }).end('HostName: 컨테이너'),
    );
    expect(await httpGet(dial, port, '/a', 1000)).toMatchObject({
      status: 201,
      headers: { 'x-path': '/a' },
      body: 'HostName: 컨테이너',
    });
  });

  it('gives undefined when nothing listens, within its time', async () => {
    const began = Date.now();
    expect(await httpGet(dial, 1, '/', 200)).toBeUndefined();
    expect(Date.now() - began).toBeLessThan(1000);
  });

  it('gives undefined when a server accepts and never answers', async () => {
    const port = await serving(() => undefined);
    expect(await httpGet(dial, port, '/', 200)).toBeUndefined();
  });

  it('caps a body that never ends', async () => {
    const port = await serving((_, answer) => {
      const timer = setInterval(() => answer.write('x'.repeat(16384)), 1);
      answer.on('close', () => clearInterval(timer));
    });
    expect((await httpGet(dial, port, '/', 2000))?.body.length).toBe(65536);
  });
});
