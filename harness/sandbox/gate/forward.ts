/** Plain requests: read, judged, written anew, answered as the engine answers, byte by byte as it does. */
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
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
import { collectBody, drain } from './incoming.ts';
import { upToDate } from './pull.ts';
import { type Refusal, refusalMessage } from './refusal.ts';
import type { RequestTarget } from './request-target.ts';

export interface Plain {
  request: IncomingMessage;
  response: ServerResponse;
  call: Call;
  /** Tells a client that waits with its body (`Expect: 100-continue`) to send it. */
  proceed: () => void;
}

/** How much of an error answer is kept to find the engine's message in it. */
const errorCap = 16_384;

/** Serves a request whose route and query the policy allows. */
export async function forward(side: Side, plain: Plain, target: RequestTarget): Promise<void> {
  const { request, response, call } = plain;
  const rule = target.route.body;
  call.kind = target.route.kind;
  response.once('close', () => call.hungUp());
  if (rule === 'bytes') {
    if (Number(request.headers['content-length'] ?? 0) > side.limits.uploadBytes) {
      return reject(side, plain, tooLarge(side, call.kind === 'build'));
    }
    if (!(await engineStands(side, plain))) return;
    plain.proceed();
    const lines = await upToDate(side, target);
    if (lines !== undefined) return answerLines(side, plain, lines);
    const upstream = engineRequest(side, request, target, 'stream', null);
    answerFrom(upstream, plain);
    upload(side, plain, upstream);
    return;
  }
  plain.proceed();
  const given = await collectBody(request, side.limits);
  if (!Buffer.isBuffer(given)) return reject(side, plain, given);
  const body = checkedBody(rule, given);
  if ('id' in body) return refuse(side, plain, body);
  call.body(body.value, given.length > 0 ? JSON.stringify(body.value) : '');
  if (!(await engineStands(side, plain))) return;
  const upstream = engineRequest(side, request, target, body.bytes, null);
  answerFrom(upstream, plain);
  upstream.end(body.bytes);
}

/** Answers a refusal: an ordinary Docker error, and the record says that the engine never saw the request. */
export function refuse(side: Side, plain: Plain, refusal: Refusal, status = 403): void {
  const { missing } = refusal;
  if (!missing) {
    reject(side, plain, { status, refusal });
    return;
  }
  plain.call.finish(missing.status, missing.message);
  sendError(plain, missing.status, missing.message);
  drain(plain.request, side.limits);
}

function reject(side: Side, plain: Plain, { status, refusal }: Rejection): void {
  const message = refusalMessage(refusal);
  plain.call.refuse(status, message);
  sendError(plain, status, message);
  drain(plain.request, side.limits);
}

function sendError({ request, response }: Plain, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  const body = JSON.stringify({ message });
  // A client that still waits for "100 Continue" may or may not send its body: the connection cannot be used again.
  const close = request.headers.expect === undefined ? {} : { Connection: 'close' };
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    ...close,
  });
  response.end(body);
}

function answerLines(side: Side, { request, response, call }: Plain, lines: string): void {
  call.finish(200);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(lines) });
  response.end(lines);
  drain(request, side.limits);
}

/** False when there is no engine or nobody waits for its answer any more. */
async function engineStands(side: Side, plain: Plain): Promise<boolean> {
  const failure = await engineReady(side);
  if (plain.response.destroyed) return false;
  if (failure === null) return true;
  plain.call.finish(502, failure);
  sendError(plain, 502, failure);
  return false;
}

function answerFrom(upstream: ClientRequest, plain: Plain): void {
  const { request, response, call } = plain;
  call.cutBy(() => {
    upstream.destroy();
    request.socket.destroy();
  });
  response.once('close', () => upstream.destroy());
  upstream.on('error', () => {
    if (response.headersSent) return void response.destroy();
    call.finish(502, noEngine);
    sendError(plain, 502, noEngine);
  });
  // An answer that changes the protocol was not asked for.
  upstream.on('upgrade', (_answer, socket) => {
    socket.destroy();
    response.destroy();
  });
  upstream.on('response', (answer) => {
    const status = answerStatus(answer);
    const kept: Buffer[] = [];
    let bytes = 0;
    response.writeHead(status, answerHeaders(answer.headers));
    response.flushHeaders();
    call.cutBy(() => {
      answer.unpipe(response);
      response.end(() => request.socket.destroy());
      upstream.destroy();
    });
    call.answered(status);
    answer.on('data', (chunk: Buffer) => {
      call.touch();
      if (status < 400 || bytes > errorCap) return;
      bytes += chunk.length;
      kept.push(chunk);
    });
    answer.once('end', () => call.finish(status, status < 400 ? null : engineWords(Buffer.concat(kept))));
    answer.once('error', () => response.destroy());
    answer.pipe(response);
  });
}

/** Passes an archive on as it comes, counted, as fast as the engine takes it. */
function upload(side: Side, plain: Plain, upstream: ClientRequest): void {
  const { request, response, call } = plain;
  const { limits } = side;
  let bytes = 0;
  const stop = (why: Rejection) => {
    request.unpipe(upstream);
    upstream.removeAllListeners('error').on('error', () => undefined);
    upstream.destroy();
    reject(side, plain, why);
  };
  const slow = rejection(408, 'upload-time', `an upload that stands still for ${limits.uploadIdleMs} ms`);
  const idle = setTimeout(() => {
    // The engine may be the slow one: a full pipe is not the client's fault.
    if (upstream.writableNeedDrain) idle.refresh();
    else stop(slow);
  }, limits.uploadIdleMs);
  request.on('data', (chunk: Buffer) => {
    call.touch();
    idle.refresh();
    bytes += chunk.length;
    if (bytes > limits.uploadBytes && !upstream.destroyed) stop(tooLarge(side, call.kind === 'build'));
  });
  request.once('end', () => clearTimeout(idle));
  response.once('close', () => clearTimeout(idle));
  request.pipe(upstream);
}

const tooLarge = (side: Side, isBuild: boolean): Rejection =>
  rejection(
    413,
    'upload-size',
    `an upload of more than ${Math.round(side.limits.uploadBytes / 2 ** 20)} MiB`,
    isBuild ? 'Leave large files out of the build context with a `.dockerignore` file.' : undefined,
  );
