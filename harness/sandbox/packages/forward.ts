import { once } from 'node:events';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { connect as encrypt } from 'node:tls';
import { request as ask } from '../../node-http.ts';
import { wordsOf } from './dial.ts';
import { metered } from './metered.ts';
import { type Refusal, reasonPhrase, refusal } from './refusal.ts';
import type { Opened, Service } from './service.ts';

/** What package managers need; everything else, credentials and cookies above all, stays behind. */
const requestHeaders = [
  'accept',
  'accept-encoding',
  'cache-control',
  'if-match',
  'if-modified-since',
  'if-none-match',
  'if-range',
  'if-unmodified-since',
  'pragma',
  'range',
  'user-agent',
];
const responseHeaders = [
  'accept-ranges',
  'age',
  'cache-control',
  'content-encoding',
  'content-length',
  'content-range',
  'content-type',
  'date',
  'etag',
  'expires',
  'last-modified',
  'location',
  'retry-after',
  'vary',
];

/** Serves one absolute-form request: it is written anew for the mirror, and so is the answer for the client. */
export async function forward(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { record, limits } = service.options;
  const opened = await service.open(request.method ?? '', request.url ?? '', request.headers);
  if (opened.refusal) return refuse(response, opened.refusal);
  const { host } = opened.allowed;
  if (response.destroyed) return void opened.socket.destroy();
  let answer: IncomingMessage;
  try {
    answer = await answerOf(service, request, response, opened);
  } catch (thrown) {
    opened.socket.destroy();
    if (response.destroyed) return;
    const failed = refusal('answer', { host, why: wordsOf(thrown) });
    record.note(failed);
    return refuse(response, failed);
  }
  record.answered(host);
  const meter = metered(service.options.download, () =>
    record.note(refusal('download', { host, bytes: limits.downloadBytes })),
  );
  try {
    response.writeHead(answer.statusCode ?? 502, chosen(answer.headers, responseHeaders));
    await pipeline(answer, meter, response);
  } catch {
    // The client sees a body that stops short of its length: that is all HTTP can say now.
    response.destroy();
  } finally {
    opened.socket.destroy();
  }
}

async function answerOf(
  { options }: Service,
  request: IncomingMessage,
  response: ServerResponse,
  { socket, allowed }: Exclude<Opened, { refusal: Refusal }>,
): Promise<IncomingMessage> {
  const { host, port, path, transport } = allowed;
  const usual = transport === 'plain' ? 80 : 443;
  // BusyBox's wget hands a proxy https:// requests in the clear: the gateway encrypts them on their way out.
  const stream =
    transport === 'plain' ? socket : encrypt({ socket, servername: host, rejectUnauthorized: true });
  const asked = ask({
    createConnection: () => stream,
    method: request.method,
    path,
    headers: {
      ...chosen(request.headers, requestHeaders),
      host: port === usual ? host : `${host}:${port}`,
      connection: 'close',
    },
    maxHeaderSize: options.limits.headerBytes,
  });
  response.once('close', () => asked.destroy());
  asked.on('error', () => undefined);
  stream.on('error', () => undefined);
  asked.end();
  const { idleMs } = options.limits;
  const [answer] = (await once(asked, 'response', { signal: AbortSignal.timeout(idleMs) })) as [
    IncomingMessage,
  ];
  return answer;
}

function refuse(response: ServerResponse, refused: Refusal): void {
  response.shouldKeepAlive = false;
  response.writeHead(refused.status, reasonPhrase(refused), { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`drydock: ${refused.text.en}\n`);
}

function chosen(headers: IncomingHttpHeaders, names: readonly string[]): OutgoingHttpHeaders {
  return Object.fromEntries(
    names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])),
  );
}
