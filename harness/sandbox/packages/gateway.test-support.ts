import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer as createHttpServer, type IncomingMessage, type RequestListener } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Resolve } from './dial.ts';
import { PackageGateway } from './gateway.ts';
import type { GatewayLimits } from './limits.ts';
import { packageHosts } from './package-hosts.ts';

/** The gateway under test, with a way to speak to it. */
export interface GatewayForTest {
  gateway: PackageGateway;
  open: () => Socket;
  /** Sends bytes and gives all that comes back until the gateway ends the connection. */
  exchange: (bytes: string | Buffer) => Promise<string>;
}

/** Everything resolves to the loopback address unless told otherwise. */
export async function gatewayForTest(
  hosts: string,
  options: { limits?: Partial<GatewayLimits>; resolve?: Resolve; line?: () => number | null } = {},
): Promise<GatewayForTest> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-'));
  const socketPath = join(folder, 'packages.sock');
  const gateway = await PackageGateway.listen({
    socketPath,
    hosts: packageHosts(hosts),
    line: () => 7,
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    ...options,
  });
  onTestFinished(async () => {
    await gateway[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });
  const open = () => connect({ path: socketPath, allowHalfOpen: true });
  const exchange = async (bytes: string | Buffer) => {
    const socket = open();
    socket.write(bytes);
    return received(socket);
  };
  return { gateway, open, exchange };
}

/** All that a socket gives until it ends. */
export async function received(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', () => undefined);
  await new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
  socket.destroy();
  return Buffer.concat(chunks).toString('latin1');
}

/** An HTTP mirror on the loopback address that notes what it was asked. */
export async function httpMirror(
  listener: RequestListener = (_request, response) => response.end('package'),
): Promise<{ port: number; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createHttpServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  return { port: await listening(server), asked };
}

/** A server that notes every byte and answers with the same in capitals. */
export async function tcpMirror(
  host = '127.0.0.1',
  port = 0,
): Promise<{ port: number; seen: () => string; connections: () => number }> {
  const chunks: Buffer[] = [];
  let connections = 0;
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      socket.write(chunk.toString('latin1').toUpperCase(), 'latin1');
    });
    socket.on('end', () => socket.end('BYE'));
  });
  return {
    port: await listening(server, host, port),
    seen: () => Buffer.concat(chunks).toString('latin1'),
    connections: () => connections,
  };
}

async function listening(server: Server, host = '127.0.0.1', port = 0): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  server.listen(port, host);
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}
