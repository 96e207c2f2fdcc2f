import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type Dockerode from 'dockerode';

const deadlineMs = 10_000;
/** A port of the engine's loopback that no container can have published: the first one below what the kernel hands out. */
const enginePort = 32_767;
/** Settings that all containers share; not the host name, which is each one's own. */
const kernelSettings = ['core_pattern', 'modprobe', 'panic', 'sysrq'];

/**
 * Things with random content that nobody in a sandbox may read, change or reach: files in the engine, on this machine
 * and in the folder they share; listeners on both loopbacks and on abstract and ordinary sockets.
 */
export class Canaries implements AsyncDisposable {
  /** Its hex digits are in every canary's content; they stand in no file of the sandbox and in no script. */
  readonly secret = `secret-${randomBytes(12).toString('hex')}`;
  /** What listeners of this machine received. */
  readonly received: string[] = [];
  readonly #outerAbstract = `drydock-canary-${randomBytes(6).toString('hex')}`;
  readonly #folder: string;
  readonly #servers: Server[] = [];
  readonly #engine: Dockerode.Container;
  readonly #kernel = new Map<string, string>();

  private constructor(folder: string, engine: Dockerode.Container) {
    this.#folder = folder;
    this.#engine = engine;
  }

  static async set(engine: Dockerode.Container): Promise<Canaries> {
    const canaries = new Canaries(await mkdtemp(join(tmpdir(), 'drydock-canary-')), engine);
    await Promise.all([
      writeFile(canaries.#file, canaries.secret),
      canaries.#listen({ host: '127.0.0.1', port: 0 }),
      canaries.#listen({ path: `\0${canaries.#outerAbstract}` }),
      canaries.#setInEngine(),
      ...kernelSettings.map(async (name) => canaries.#kernel.set(name, await kernelSetting(name))),
    ]);
    return canaries;
  }

  get #file(): string {
    return join(this.#folder, 'secret');
  }

  /** What the scripts are told, as environment. */
  get environment(): Record<string, string> {
    const address = this.#servers.map((server) => server.address()).find((at) => typeof at === 'object');
    return {
      ENGINE_PORT: String(enginePort),
      OUTER_PORT: String(typeof address === 'object' ? address?.port : 0),
      OUTER_ABSTRACT: this.#outerAbstract,
      OUTER_FILE: this.#file,
    };
  }

  /** What has become of them: one sentence for each that was touched. */
  async touched(): Promise<string[]> {
    const inEngine = await this.#exec(
      'cd /canary; for f in *; do printf "%s=%s;" "$f" "$(cat "$f")"; done; cat /run/drydock/secret; echo; cat /run/canary.log; ls -d /taken /canary-* 2>/dev/null',
    );
    const [files = '', ...log] = inEngine.trim().split('\n');
    const kernel = await Promise.all(
      kernelSettings.map(async (name) =>
        (await kernelSetting(name)) === this.#kernel.get(name)
          ? []
          : [`${name} of the machine's kernel changed`],
      ),
    );
    return [
      ...(files === `secret=${this.secret};${this.secret}`
        ? []
        : [`the engine's canary files changed: ${files.replaceAll(this.secret, '…')}`]),
      ...log.map((line) => `the engine's canary listeners received ${JSON.stringify(line)}`),
      ...this.received.map((text) => `the machine's canary listeners received ${JSON.stringify(text)}`),
      ...((await readFile(this.#file, 'utf8')) === this.secret ? [] : ["the machine's canary file changed"]),
      ...((await readdir(this.#folder)).length === 1 ? [] : ["the machine's canary folder changed"]),
      ...kernel.flat(),
    ];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers) server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #listen(options: { host: string; port: number } | { path: string }): Promise<void> {
    const server = createServer((socket) => {
      const at = this.received.push('a connection') - 1;
      socket.on('data', (bytes) => {
        this.received[at] = bytes.toString().slice(0, 100);
        // An HTTP client is told the secret, as a service that trusts its neighbours would.
        socket.end(`HTTP/1.0 200 OK\r\n\r\n${this.secret}\n`);
      });
      socket.on('error', () => undefined);
    });
    this.#servers.push(server);
    server.listen(options);
    await once(server, 'listening');
  }

  /** Files in its root and in the folder it shares with this machine, a process with a secret, memory, and listeners. */
  async #setInEngine(): Promise<void> {
    const { secret } = this;
    await this.#exec(
      `mkdir -p /canary; printf %s ${secret} | tee /canary/secret /run/drydock/secret /dev/shm/secret >/dev/null
setsid bash -c 'exec -a ${secret} sleep 600' >/dev/null 2>&1 & : >/run/canary.log
for on in TCP-LISTEN:${enginePort},bind=127.0.0.1,reuseaddr UNIX-LISTEN:/run/canary.sock,mode=666 ABSTRACT-LISTEN:canary; do
  setsid socat -u "$on,fork" OPEN:/run/canary.log,append >/dev/null 2>&1 &
done; sleep 0.1`,
    );
  }

  async #exec(script: string): Promise<string> {
    const exec = await this.#engine.exec({
      Cmd: ['bash', '-c', script],
      AttachStdout: true,
      AttachStderr: true,
    });
    const stream = await exec.start({});
    const output = new PassThrough();
    this.#engine.modem.demuxStream(stream, output, output);
    const chunks: Buffer[] = [];
    output.on('data', (chunk: Buffer) => chunks.push(chunk));
    await Promise.race([once(stream, 'end'), sleep(deadlineMs, undefined, { ref: false })]);
    stream.destroy();
    return Buffer.concat(chunks).toString();
  }
}

function kernelSetting(name: string): Promise<string> {
  return readFile(`/proc/sys/kernel/${name}`, 'utf8').catch(() => '');
}
