/**
 * Connections that stop being HTTP: attach, exec, BuildKit's session. Until the engine has answered 101 it would read the
 * client's next bytes as a second request that nobody checked, so not one of them is sent before.
 */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { STATUS_CODES } from '../../node-http.ts';
import { watchPeer } from '../watch-peer.ts';
import type { Call } from './call.ts';
import {
  answerHeaders,
  answerStatus,
  checkedBody,
  engineReady,
  engineRequest,
  engineWords,
  noEngine,
  type Rejection,
  rejection,
  type Side,
} from './exchange.ts';
import type { GateLimits } from './limits.ts';
import { type Refusal, refusalMessage } from './refusal.ts';
import type { RequestTarget } from './request-target.ts';
import { learnTerminal } from './terminal-facts.ts';

export interface Upgrading {
  request: IncomingMessage;
  socket: Duplex;
  /** What came after the headers already. */
  head: Buffer;
  call: Call;
}

const answerCap = 65_536;
/** A refused client that does not close its side is cut after so long. */
const farewellMs = 5_000;

/** Serves an upgrade request whose route and query the policy allows. */
export async function hijack(side: Side, upgrading: Upgrading, target: RequestTarget): Promise<void> {
  const { request, socket, call } = upgrading;
  const { route } = target;
  call.kind = route.kind;
  call.cutBy(() => socket.destroy());
  socket.once('close', () => call.hungUp());
  const protocol = request.headers.upgrade?.toLowerCase();
  if (route.upgrade === null || protocol !== route.upgrade || route.body === 'bytes') {
    return refuseUpgrade(upgrading, { id: 'upgrade', what: `switching to the protocol ${protocol} here` });
  }
  const read = await bodyAndRest(upgrading, side.limits);
  if ('refusal' in read) return answer(upgrading, read.status, refusalMessage(read.refusal), true);
  const body = checkedBody(route.body, read.body);
  if ('id' in body) return refuseUpgrade(upgrading, body);
  call.body(body.value, read.body.length > 0 ? JSON.stringify(body.value) : '');
  const failure = await engineReady(side);
  if (failure !== null) return answer(upgrading, 502, failure, false);
  if (socket.destroyed) return;
  const upstream = engineRequest(side, request, target, body.bytes, route.upgrade);
  socket.once('close', () => upstream.destroy());
  upstream.on('error', () => answer(upgrading, 502, noEngine, false));
  upstream.on('response', (plain) => relay(upgrading, plain));
  upstream.on('upgrade', (switched, engine, first) => {
    call.answered(101);
    learnTerminal(side, call);
    const headers = Object.entries(answerHeaders(switched.headers)).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    const status = `HTTP/1.1 101 ${switched.statusMessage}\r\nConnection: Upgrade\r\nUpgrade: ${route.upgrade}\r\n`;
    socket.write(`${status}${headers.join('')}\r\n`);
    if (first.length > 0) socket.write(first);
    if (read.rest.length > 0) engine.write(read.rest);
    join(side, upgrading, engine);
  });
  upstream.end(body.bytes);
}

/** Refuses an upgrade as an ordinary Docker error. */
export function refuseUpgrade(upgrading: Upgrading, refusal: Refusal): void {
  if (refusal.missing) answer(upgrading, refusal.missing.status, refusal.missing.message, false);
  else answer(upgrading, 403, refusalMessage(refusal), true);
}

/** Both directions run on their own: the end of one (`echo x | docker exec -i c cat`) leaves the other open. */
function join({ limits }: Side, { socket, call }: Upgrading, engine: Duplex): void {
  const destroy = () => {
    socket.destroy();
    engine.destroy();
  };
  call.cutBy(() => {
    engine.destroy();
    socket.end(destroy);
    setTimeout(destroy, limits.lingerMs).unref();
  });
  for (const side of [socket, engine]) side.on('data', () => call.touch()).on('error', destroy);
  socket.once('close', () => engine.destroy());
  // The engine closes its side when the process has ended; what the client still types reaches nobody.
  socket.once('finish', () => setTimeout(destroy, limits.lingerMs).unref());
  socket.once('end', () => watchPeer(socket));
  socket.pipe(engine);
  engine.pipe(socket);
}

/** The JSON body of an upgrade request, and what follows it on the connection. */
async function bodyAndRest(
  { request, socket, head }: Upgrading,
  limits: GateLimits,
): Promise<{ body: Buffer; rest: Buffer } | Rejection> {
  const length = Number(request.headers['content-length'] ?? 0);
  if (request.headers['transfer-encoding'] !== undefined) {
    return rejection(403, 'upgrade-chunked', 'a chunked body in a request that switches protocols');
  }
  if (length > limits.jsonBytes) {
    return rejection(403, 'json-size', `a JSON body of more than ${limits.jsonBytes} bytes`);
  }
  // Node 24 leaves the body on the connection; newer versions hand it out with the request.
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  chunks.push(head);
  const missing = () => length - chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const late = AbortSignal.timeout(limits.bodyMs);
  while (missing() > 0) {
    const chunk = await nextChunk(socket, late);
    if (chunk === null) return rejection(408, 'body-time', 'a body that does not arrive whole');
    chunks.push(chunk);
  }
  const all = Buffer.concat(chunks);
  return { body: all.subarray(0, length), rest: all.subarray(length) };
}

function nextChunk(socket: Duplex, late: AbortSignal): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const settle = (chunk: Buffer | null) => {
      socket.pause().off('data', settle).off('end', none).off('close', none);
      late.removeEventListener('abort', none);
      resolve(chunk);
    };
    const none = () => settle(null);
    late.addEventListener('abort', none);
    socket.on('data', settle).on('end', none).on('close', none).resume();
  });
}

/** The engine did not switch: its answer is passed on whole, and the connection ends. */
function relay(upgrading: Upgrading, plain: IncomingMessage): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  plain.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes <= answerCap) chunks.push(chunk);
  });
  plain.once('error', () => upgrading.socket.destroy());
  plain.once('end', () => {
    const body = Buffer.concat(chunks);
    const status = answerStatus(plain);
    upgrading.call.finish(status, status < 400 ? null : engineWords(body));
    send(upgrading.socket, `${status} ${plain.statusMessage}`, plain.headers['content-type'], body);
  });
}

function answer({ socket, call }: Upgrading, status: number, message: string, refused: boolean): void {
  if (socket.writableEnded) return;
  if (refused) call.refuse(status, message);
  else call.finish(status, message);
  send(
    socket,
    `${status} ${STATUS_CODES[status]}`,
    'application/json',
    Buffer.from(JSON.stringify({ message })),
  );
}

function send(socket: Duplex, status: string, type: string | undefined, body: Buffer): void {
  const about = type === undefined ? '' : `Content-Type: ${type}\r\n`;
  socket.write(`HTTP/1.1 ${status}\r\n${about}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n`);
  socket.end(body);
  // What the client sends after its request is read and dropped: closing on unread bytes would lose the answer.
  socket.resume();
  setTimeout(() => socket.destroy(), farewellMs).unref();
}
