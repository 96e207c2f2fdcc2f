import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';

const startMs = 20_000;

/** A real redis-server on loopback with its data in a folder of its own, every write on the disk before its answer. */
export class RedisServer implements AsyncDisposable {
  readonly port: number;
  readonly password: string | undefined;
  /** The certificate to trust, where it speaks TLS. */
  readonly certificate: string | undefined;
  readonly #dir: string;
  #process: ChildProcess | undefined;

  private constructor(port: number, dir: string, password: string | undefined, tls: boolean) {
    this.port = port;
    this.#dir = dir;
    this.password = password;
    this.certificate = tls ? join(dir, 'cert.pem') : undefined;
  }

  static async start({
    password,
    tls = false,
  }: {
    password?: string;
    tls?: boolean;
  } = {}): Promise<RedisServer> {
    const dir = await mkdtemp(join(tmpdir(), 'redis-'));
    const server = new RedisServer(await freePort(), dir, password, tls);
    if (tls) await makeCertificate(dir);
    await server.restart();
    return server;
  }

  get url(): string {
    const credentials = this.password === undefined ? '' : `:${encodeURIComponent(this.password)}@`;
    return `${this.certificate === undefined ? 'redis' : 'rediss'}://${credentials}localhost:${this.port}`;
  }

  /** Starts it on the data that is there, and waits until it answers. */
  async restart(): Promise<void> {
    const port = String(this.port);
    const args = [
      '--bind',
      '127.0.0.1',
      '--dir',
      this.#dir,
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
    ];
    args.push('--save', '', '--maxmemory-policy', 'noeviction');
    if (this.certificate === undefined) args.push('--port', port);
    else args.push('--port', '0', '--tls-port', port, '--tls-cert-file', this.certificate);
    if (this.certificate !== undefined)
      args.push('--tls-key-file', join(this.#dir, 'key.pem'), '--tls-auth-clients', 'no');
    if (this.password !== undefined) args.push('--requirepass', this.password);
    const started = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.#process = started;
    let log = '';
    const ready = new Promise<void>((resolve, reject) => {
      started.stdout.setEncoding('utf8').on('data', (text: string) => {
        log += text;
        if (log.includes('Ready to accept connections')) resolve();
      });
      started.once('error', reject);
      started.once('exit', () => reject(new Error(`redis-server ended: ${log}`)));
      setTimeout(() => reject(new Error(`redis-server is late: ${log}`)), startMs).unref();
    });
    await ready;
  }

  /** A connection of the test's own, to a server without TLS. */
  client(): Redis {
    const { port, password } = this;
    return new Redis({ port, host: '127.0.0.1', ...(password === undefined ? {} : { password }) });
  }

  /** As a crash would: nothing is saved on the way out. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    await gone;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    await rm(this.#dir, { recursive: true, force: true });
  }
}

async function makeCertificate(dir: string): Promise<void> {
  await promisify(execFile)('openssl', [
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
    ...[
      '-addext',
      'subjectAltName=DNS:localhost',
      '-keyout',
      join(dir, 'key.pem'),
      '-out',
      join(dir, 'cert.pem'),
    ],
  ]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
