import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { chmod, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { SandboxError } from '../../errors.ts';
import { createServer } from '../../node-http.ts';
import type { Evidence } from '../../result.ts';
import type { Resolve } from './dial.ts';
import { forward } from './forward.ts';
import { GatewayRecord } from './gateway-record.ts';
import { Budget, defaultGatewayLimits, type GatewayLimits } from './limits.ts';
import type { PackageHosts } from './package-hosts.ts';
import { refusal } from './refusal.ts';
import { Service } from './service.ts';
import { tunnel } from './tunnel.ts';

export interface GatewayOptions {
  /** In the engine's run folder, which no student code sees. Created, removed on dispose. */
  socketPath: string;
  hosts: PackageHosts;
  /** The script line that is being typed. */
  line: () => number | null;
  limits?: Partial<GatewayLimits>;
  /** The operating system's resolver when left out. */
  resolve?: Resolve;
}

/**
 * The only way out of an engine, for assignments with packages: an HTTP proxy in the harness that reaches an allow-list
 * of mirrors and nothing else. Student code may say anything to it.
 */
export class PackageGateway implements AsyncDisposable {
  readonly #server: Server;
  readonly #service: Service;
  readonly #clients = new Set<Socket>();
  readonly #socketPath: string;

  private constructor(server: Server, service: Service, socketPath: string) {
    this.#server = server;
    this.#service = service;
    this.#socketPath = socketPath;
    server.on('connection', (socket: Socket) => {
      this.#clients.add(socket);
      socket.once('close', () => this.#clients.delete(socket));
      socket.on('error', () => socket.destroy());
    });
  }

  /** Starts listening. Throws SandboxError when the socket cannot be made. */
  static async listen(options: GatewayOptions): Promise<PackageGateway> {
    const limits = { ...defaultGatewayLimits, ...options.limits };
    const service = new Service({
      hosts: options.hosts,
      resolve: options.resolve ?? ((host) => lookup(host, { all: true })),
      limits,
      record: new GatewayRecord(options.line, limits.remarks),
      download: new Budget(limits.downloadBytes),
      upload: new Budget(limits.uploadBytes),
    });
    const gateway = new PackageGateway(proxyServer(service), service, options.socketPath);
    try {
      gateway.#server.listen(options.socketPath);
      await once(gateway.#server, 'listening');
      await chmod(options.socketPath, 0o600);
    } catch (cause) {
      gateway.#server.close();
      throw socketError(options.socketPath, cause);
    }
    return gateway;
  }

  /** What was refused or failed, line by line, for the evidence. */
  get remarks(): Evidence['remarks'] {
    return this.#service.options.record.remarks;
  }

  /** Throws SandboxError `PACKAGE_MIRROR` when a mirror of the list failed: no submission is to blame for that. */
  requireMirrors(): void {
    const { trouble } = this.#service.options.record;
    if (!trouble) return;
    const { host, text } = trouble;
    throw new SandboxError({
      code: 'PACKAGE_MIRROR',
      message: text,
      hint: {
        ko: `제출물의 잘못이 아닙니다. \`curl -I http://${host}\` 로 미러를 확인하고, 다른 미러나 사설망의 미러(\`이름!private\`)는 \`DRYDOCK_PACKAGE_HOSTS\` 환경 변수에 적으세요.`,
        en: `This is not the submission’s fault. Try \`curl -I http://${host}\`; name another mirror, or one in a private network (\`name!private\`), in \`DRYDOCK_PACKAGE_HOSTS\`.`,
      },
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    for (const socket of this.#clients) socket.destroy();
    this.#service.end();
    await closed;
    await rm(this.#socketPath, { force: true });
  }
}

function proxyServer(service: Service): Server {
  const { limits } = service.options;
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headerMs,
    requestTimeout: limits.headerMs,
    keepAliveTimeout: limits.clientIdleMs,
    connectionsCheckingInterval: Math.min(1_000, limits.headerMs),
  });
  server.maxConnections = limits.connections;
  server.setTimeout(limits.clientIdleMs);
  server.on('request', (request, response) => {
    forward(service, request, response).catch(() => request.socket.destroy());
  });
  server.on('connect', (request, socket, head) => {
    tunnel(service, request, socket, head).catch(() => socket.destroy());
  });
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => {
    // A client that hangs up has asked for nothing.
    if (code?.startsWith('HPE_')) service.options.record.note(refusal('form', { asked: code }));
    socket.destroy();
  });
  return server;
}

function socketError(socketPath: string, cause: unknown): SandboxError {
  return new SandboxError({
    code: 'PACKAGE_GATEWAY_SOCKET',
    message: {
      ko: `패키지 게이트웨이가 ${socketPath} 소켓을 열지 못했습니다.`,
      en: `The package gateway could not open the socket ${socketPath}.`,
    },
    hint: {
      ko: '경로가 107바이트보다 짧고 쓸 수 있는 폴더인지 `ls -ld` 명령으로 확인하세요.',
      en: 'Check with `ls -ld` that the folder is writable; the path must be shorter than 107 bytes.',
    },
    cause,
  });
}
