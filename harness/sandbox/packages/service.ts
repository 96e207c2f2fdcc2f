import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { type Dialled, dial, type Resolve } from './dial.ts';
import type { GatewayRecord } from './gateway-record.ts';
import type { Budget, GatewayLimits } from './limits.ts';
import type { PackageHosts } from './package-hosts.ts';
import { type Allowed, readRequest } from './proxy-request.ts';
import { refusal } from './refusal.ts';

export interface ServiceOptions {
  hosts: PackageHosts;
  resolve: Resolve;
  limits: GatewayLimits;
  record: GatewayRecord;
  download: Budget;
  upload: Budget;
}

export type Opened =
  | Exclude<Dialled, { refusal?: never }>
  | { socket: Socket; allowed: Allowed; refusal?: never };

/** What both kinds of service share: the policy, the way to a mirror, and all connections to mirrors. */
export class Service {
  readonly options: ServiceOptions;
  readonly #mirrors = new Set<Socket>();
  #dialling = 0;

  constructor(options: ServiceOptions) {
    this.options = options;
  }

  /** Judges a request and connects to its mirror; what it refuses is on record. */
  async open(method: string, target: string, headers: IncomingHttpHeaders): Promise<Opened> {
    const { hosts, limits, record, resolve } = this.options;
    const reading = readRequest(method, target, headers, hosts);
    const opened = reading.refusal ? reading : await this.#connected(reading.allowed, limits, resolve);
    if (opened.refusal) record.note(opened.refusal);
    return opened;
  }

  /** Ends every connection to a mirror. */
  end(): void {
    for (const socket of this.#mirrors) socket.destroy();
  }

  async #connected(allowed: Allowed, limits: GatewayLimits, resolve: Resolve): Promise<Opened> {
    const { host } = allowed;
    if (this.#mirrors.size + this.#dialling >= limits.connections)
      return { refusal: refusal('busy', { host, count: limits.connections }) };
    this.#dialling += 1;
    const dialled = await dial(allowed, resolve, limits.connectMs);
    this.#dialling -= 1;
    if (dialled.refusal) return dialled;
    const { socket } = dialled;
    this.#mirrors.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => this.#mirrors.delete(socket));
    socket.setTimeout(limits.idleMs, () => socket.destroy(new DOMException('', 'TimeoutError')));
    return { socket, allowed };
  }
}
