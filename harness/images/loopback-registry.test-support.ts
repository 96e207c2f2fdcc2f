import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { which } from 'zx';

/** Debian's `docker-registry`, where it is installed. */
export const registryProgram = await which('docker-registry', { nothrow: true });

/** A registry on a free loopback port, with its own folder; gone with the test. */
export class LoopbackRegistry implements AsyncDisposable {
  readonly host: string;
  readonly #child: ChildProcess;
  readonly #folder: string;

  private constructor(host: string, child: ChildProcess, folder: string) {
    this.host = host;
    this.#child = child;
    this.#folder = folder;
  }

  static async start(): Promise<LoopbackRegistry> {
    const folder = await mkdtemp(join(tmpdir(), 'drydock-registry-'));
    const host = `127.0.0.1:${await freePort()}`;
    const config = join(folder, 'config.yml');
    await writeFile(
      config,
      `version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: ${folder}/data}}\nhttp: {addr: "${host}"}\n`,
    );
    const child = spawn(registryProgram ?? 'docker-registry', ['serve', config], { stdio: 'ignore' });
    const registry = new LoopbackRegistry(host, child, folder);
    for (const end = Date.now() + 10_000; Date.now() < end; await sleep(50)) {
      if ((await fetch(`http://${host}/v2/`).catch(() => undefined))?.ok) return registry;
    }
    await registry[Symbol.asyncDispose]();
    throw new Error(`no registry on ${host}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.kill()) await once(this.#child, 'exit');
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}
