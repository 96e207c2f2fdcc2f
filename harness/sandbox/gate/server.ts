import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { createServer, STATUS_CODES } from '../../node-http.ts';
import type { Call } from './call.ts';
import type { Side } from './exchange.ts';
import { forward, type Plain, refuse } from './forward.ts';
import { hijack, refuseUpgrade } from './hijack.ts';
import { quoted, type Refusal } from './refusal.ts';
import { readTarget, type TargetReading } from './request-target.ts';

const statusOf: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
const queryValueChars = 1_000;
/** More than any route has; a refused query may have any number. */
const queryKeys = 50;
/** How long an idle connection may be kept for the next request; long-lived clients such as buildx use it again. */
const keepAliveMs = 60_000;

/** The HTTP side of a gate: each request is judged by its request line first, then handed to its kind of service. */
export function gateServer(side: Side): Server {
  const { limits } = side;
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headerMs,
    requestTimeout: 0,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headerMs),
    // Node would answer such a request itself, and nobody would have seen it.
    requireHostHeader: false,
  });
  server.maxConnections = limits.connections;
  const pipelined = new WeakMap<Duplex, number>();
  const serve = (request: IncomingMessage, response: ServerResponse, proceed?: () => void) => {
    const reading = readTarget(request.method ?? '', request.url ?? '');
    const call = begin(side, request, reading);
    const plain = { request, response, call, proceed: proceed ?? (() => undefined) };
    const underWay = pipelined.get(request.socket) ?? 0;
    pipelined.set(request.socket, underWay + 1);
    response.once('finish', () => pipelined.set(request.socket, (pipelined.get(request.socket) ?? 1) - 1));
    if (underWay > 0) refusePipelined(side, plain, underWay);
    else if (reading.refusal) refuse(side, plain, reading.refusal);
    else if (!proceed) refuse(side, plain, unmet(request), 417);
    else forward(side, plain, reading.target).catch(() => request.socket.destroy());
  };
  server.on('request', (request, response) => serve(request, response, () => undefined));
  server.on('checkContinue', (request, response) => serve(request, response, () => response.writeContinue()));
  server.on('checkExpectation', (request, response) => serve(request, response));
  server.on('upgrade', (request, socket, head) => {
    const reading = readTarget(request.method ?? '', request.url ?? '');
    const upgrading = { request, socket, head, call: begin(side, request, reading) };
    socket.on('error', () => socket.destroy());
    if ((pipelined.get(socket) ?? 0) > 0) {
      upgrading.call.refuse(400, 'a connection that switches protocols while an answer is under way');
      socket.destroy();
    } else if (reading.refusal) refuseUpgrade(upgrading, reading.refusal);
    else hijack(side, upgrading, reading.target).catch(() => socket.destroy());
  });
  server.on('connect', (request, socket, head) => {
    const reading = readTarget('CONNECT', request.url ?? '');
    socket.on('error', () => socket.destroy());
    const call = begin(side, request, reading);
    refuseUpgrade({ request, socket, head, call }, reading.refusal ?? unmet(request));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => malformed(side, error, socket));
  return server;
}

/** Bytes that are no HTTP request, or that stop in the middle of one. */
function malformed(side: Side, { code, message }: NodeJS.ErrnoException, socket: Duplex): void {
  const status = statusOf[code ?? ''] ?? 400;
  // A client that hangs up in the middle is not malformed; its call, if it was one, says so itself.
  if (code?.startsWith('HPE_') && code !== 'HPE_INVALID_EOF_STATE') {
    side.recorder
      .begin({ method: '', path: '', query: {} })
      .refuse(status, `drydock: malformed HTTP (${message})`);
  }
  if (!socket.writable) return void socket.destroy();
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
}

/** Docker clients wait for an answer before they ask again; a second request under way would pass the connection cap. */
function refusePipelined(side: Side, plain: Plain, underWay: number): void {
  plain.response.shouldKeepAlive = false;
  refuse(side, plain, { id: 'pipelining', what: 'a request before the answer to the last one' });
  if (underWay > 1) plain.request.socket.destroy();
}

/** What a client demands before it goes on, beyond the `100-continue` of curl and Docker. */
function unmet({ headers }: IncomingMessage): Refusal {
  return { id: 'expectation', what: `the header Expect: ${quoted(headers.expect)}` };
}

function begin(side: Side, request: IncomingMessage, { target }: TargetReading): Call {
  const [rawPath = '', rawQuery = ''] = (request.url ?? '').split('?', 2);
  const path = target?.path ?? withoutVersion(rawPath);
  const query = queryOf(target?.query ?? new URLSearchParams(rawQuery));
  return side.recorder.begin({ method: request.method ?? '', path, query });
}

/** A query as the record shows it: repeated values in one, long ones cut. */
function queryOf(params: URLSearchParams): Record<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of params) {
    const before = values.get(key);
    if (before === undefined && values.size >= queryKeys) continue;
    values.set(key, (before === undefined ? value : `${before},${value}`).slice(0, queryValueChars));
  }
  return Object.fromEntries(values);
}

/** The path of a request that was refused, as the record shows it. */
function withoutVersion(path: string): string {
  return path.replace(/^\/v1\.\d{1,3}(?=\/)/, '');
}
