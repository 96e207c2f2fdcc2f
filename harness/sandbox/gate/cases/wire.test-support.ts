/** A gate between two raw ends of Unix sockets: an engine that only speaks the wire protocol, and clients that send bytes. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { Gate, type GateOptions } from '../index.ts';

const quietMs = 100;

export interface EnginePeer {
  onRequest?: RequestListener;
  /** Gets the connection, whatever came after the headers, and the request. */
  onUpgrade?: (socket: Duplex, head: Buffer, request: IncomingMessage) => void;
}

export class Wire implements AsyncDisposable {
  readonly gate: Gate;
  readonly socketPath: string;
  /** Request lines that reached the engine, in order. */
  readonly reached: string[];
  readonly #engine: Server;
  readonly #folder: string;

  private constructor(gate: Gate, engine: Server, folder: string, reached: string[]) {
    this.gate = gate;
    this.socketPath = join(folder, 'gate.sock');
    this.reached = reached;
    this.#engine = engine;
    this.#folder = folder;
  }

  static async open(peer: EnginePeer = {}, options: Partial<GateOptions> = {}): Promise<Wire> {
    const folder = await mkdtemp(join(tmpdir(), 'drydock-gate-'));
    const enginePath = join(folder, 'engine.sock');
    const reached: string[] = [];
    const engine = createServer((request, response) => {
      reached.push(`${request.method} ${request.url}`);
      if (peer.onRequest) peer.onRequest(request, response);
      else response.end('{}');
    });
    engine.on('upgrade', (request, socket, head) => {
      reached.push(`${request.method} ${request.url}`);
      socket.on('error', () => socket.destroy());
      if (peer.onUpgrade) peer.onUpgrade(socket, head, request);
      else socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 18\r\n\r\n{"message":"none"}');
    });
    engine.listen(enginePath);
    await once(engine, 'listening');
    const began = performance.now();
    const gate = await Gate.listen({
      socketPath: join(folder, 'gate.sock'),
      enginePath,
      ready: Promise.resolve(),
      now: () => Math.round(performance.now() - began),
      line: () => 7,
      ...options,
    });
    return new Wire(gate, engine, folder, reached);
  }

  connect(): Socket {
    return connect({ path: this.socketPath, allowHalfOpen: true }).on('error', () => undefined);
  }

  /** Sends bytes; gives all that came back until the gate closed, a moment passed since an answer, or the wait was over. */
  async exchange(bytes: string | Buffer, waitMs = 1_000): Promise<string> {
    const socket = this.connect();
    const answer = textOf(socket);
    const over = Promise.withResolvers<void>();
    const silent = setTimeout(over.resolve, waitMs);
    socket.once('end', over.resolve).once('close', over.resolve);
    socket.on('data', () => {
      clearTimeout(silent);
      setTimeout(over.resolve, quietMs);
    });
    socket.write(bytes);
    await over.promise;
    clearTimeout(silent);
    socket.destroy();
    return answer();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.gate[Symbol.asyncDispose]();
    this.#engine.close();
    this.#engine.closeAllConnections();
    await rm(this.#folder, { recursive: true });
  }
}

/** Collects what a socket receives. */
export function textOf(socket: Duplex): () => string {
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
  });
  return () => text;
}

/** A raw request with CRLF line ends. */
export function raw(requestLine: string, headers: readonly string[] = [], body = ''): string {
  return `${[`${requestLine} HTTP/1.1`, 'Host: docker', ...headers].join('\r\n')}\r\n\r\n${body}`;
}

/** The status codes of the answers in what was received. */
export function statuses(received: string): number[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map((match) => Number(match[1]));
}

/** Waits until something holds, at most two seconds. */
export async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 2_000;
  while (!holds() && performance.now() < deadline) await sleep(5);
}
