import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { request as httpRequest } from '../../node-http.ts';
import { withoutForwarder } from '../packages/index.ts';
import { type BodyRule, bodyRules } from './body-rules.ts';
import { readJson } from './json-body.ts';
import type { GateLimits } from './limits.ts';
import type { Recorder } from './recorder.ts';
import type { Refusal, RefusalId } from './refusal.ts';
import type { RequestTarget } from './request-target.ts';

/** What every request of one gate shares. */
export interface Side {
  enginePath: string;
  ready: Promise<void>;
  limits: GateLimits;
  recorder: Recorder;
}

/** What a request was answered with before or instead of the engine's answer. */
export interface Rejection {
  status: number;
  refusal: Refusal;
}

export const rejection = (status: number, id: RefusalId, what: string, instead?: string): Rejection => ({
  status,
  refusal: { id, what, instead },
});

export type Body = { value: unknown; bytes: Buffer };

/** Checks a JSON body and writes it anew; the student's own bytes go no further. */
export function checkedBody(rule: BodyRule, given: Buffer): Body | Refusal {
  const reading = readJson(given);
  const refusal = reading.refusal ?? bodyRules[rule].check(reading.value, '');
  if (refusal) return refusal;
  const value = rule === 'containerCreate' ? withoutForwarder(reading.value) : reading.value;
  const send = rule !== 'none' && value !== undefined;
  return { value, bytes: send ? Buffer.from(JSON.stringify(value)) : Buffer.alloc(0) };
}

const safeValue = /^[\x20-\x7e]{0,8192}$/;
const plainHeaders = ['user-agent', 'accept', 'x-registry-auth', 'x-registry-config'];
/** BuildKit's client tells with these what its session offers; the last one comes once per method. */
const sessionHeaders = ['uuid', 'name', 'sharedkey', 'grpc-method'].map(
  (end) => `x-docker-expose-session-${end}`,
);

function passedOn(request: IncomingMessage, names: readonly string[]): Record<string, string[]> {
  const kept: Record<string, string[]> = {};
  for (const name of names) {
    const values = request.headersDistinct[name]?.filter((value) => safeValue.test(value)) ?? [];
    if (values.length > 0) kept[name] = values;
  }
  return kept;
}

/** Opens a request to the engine, on a connection of its own. Its body is still to be written. */
export function engineRequest(
  side: Side,
  request: IncomingMessage,
  { route, target }: RequestTarget,
  body: Buffer | 'stream',
  upgrade: 'tcp' | 'h2c' | null,
): ClientRequest {
  const names = upgrade === 'h2c' ? [...plainHeaders, ...sessionHeaders] : plainHeaders;
  const described =
    body === 'stream'
      ? { 'Content-Type': 'application/x-tar' }
      : body.length > 0
        ? { 'Content-Type': 'application/json', 'Content-Length': String(body.length) }
        : {};
  return httpRequest({
    createConnection: () => connect({ path: side.enginePath, allowHalfOpen: true }),
    method: request.method ?? 'GET',
    path: target,
    headers: {
      Host: 'docker',
      ...passedOn(request, names),
      ...described,
      ...(upgrade === null || route.upgrade === null ? {} : { Connection: 'Upgrade', Upgrade: upgrade }),
    },
  });
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The engine's headers without those that speak of its own connection. */
export function answerHeaders(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const kept: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !hopByHop.has(name)) kept[name] = value;
  }
  return kept;
}

/** The engine's status; 502 for what is no final status of HTTP. */
export function answerStatus({ statusCode = 0 }: IncomingMessage): number {
  return statusCode >= 200 && statusCode <= 599 ? statusCode : 502;
}

/** The engine's words in an error answer; the start of it as it is when it is not the JSON that Docker sends. */
export function engineWords(body: Buffer): string {
  const text = body.toString('utf8');
  try {
    const { message } = JSON.parse(text);
    return typeof message === 'string' ? message : text;
  } catch {
    return text;
  }
}

/** What docker says when nothing listens; the student's engine may be down because they took it down. */
export const noEngine =
  'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?';
export const engineFailed = "drydock: the sandbox's Docker engine did not start; this is not your mistake.";

/** Waits for the engine; gives the reason when it did not start. */
export function engineReady(side: Side): Promise<string | null> {
  return side.ready.then(
    () => null,
    () => engineFailed,
  );
}
