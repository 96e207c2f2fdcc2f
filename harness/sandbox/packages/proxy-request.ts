import type { IncomingHttpHeaders } from 'node:http';
import type { PackageHost, PackageHosts, Transport } from './package-hosts.ts';
import { type Refusal, refusal } from './refusal.ts';

/** A request that the policy allows. */
export interface Allowed {
  entry: PackageHost;
  /** In lower case. */
  host: string;
  port: number;
  transport: Transport;
  /** Path and query; empty for a tunnel. */
  path: string;
}

export type Reading = { allowed: Allowed; refusal?: never } | { refusal: Refusal; allowed?: never };

/** Strict on purpose: what a URL parser would mend (`\`, tabs, user names, missing slashes) is refused. */
const absoluteForm = /^(https?):\/\/(\[[^\]]*\]|[^/?#@:[\]\\]+)(?::(\d{1,5}))?(\/[\x21-\x7e]*)?$/;
const authorityForm = /^(\[[^\]]*\]|[^/?#@:[\]\\]+):(\d{1,5})$/;
const longestTarget = 4096;

/** What a proxy request asks for (RFC 9112, section 3.2), judged. */
export function readRequest(
  method: string,
  target: string,
  headers: IncomingHttpHeaders,
  hosts: PackageHosts,
): Reading {
  const asked = `${method} ${target}`;
  if (target.length > longestTarget) return { refusal: refusal('form', { asked }) };
  if (method === 'CONNECT') {
    const [, host, port] = authorityForm.exec(target) ?? [];
    if (host === undefined) return { refusal: refusal('form', { asked }) };
    return judged(hosts, { host, port: Number(port), transport: 'tls', path: '' });
  }
  if (method !== 'GET' && method !== 'HEAD') return { refusal: refusal('method', { asked }) };
  const [, scheme, host, port, path = '/'] = absoluteForm.exec(target) ?? [];
  if (host === undefined || path.includes('#')) return { refusal: refusal('form', { asked }) };
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) !== 0;
  if (hasBody) return { refusal: refusal('body', { asked }) };
  const transport = scheme === 'http' ? 'plain' : 'tls';
  const usual = transport === 'plain' ? 80 : 443;
  return judged(hosts, { host, port: port === undefined ? usual : Number(port), transport, path });
}

function judged(hosts: PackageHosts, asked: Omit<Allowed, 'entry'>): Reading {
  const host = asked.host.toLowerCase();
  const entry = hosts.find(host, asked.port, asked.transport);
  if (entry) return { allowed: { ...asked, host, entry } };
  if (hosts.has(host)) return { refusal: refusal('port', { host, port: asked.port }) };
  return { refusal: refusal('host', { host, names: hosts.names.join(', ') }) };
}
