import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { benchFailed } from '../desk.ts';

const readyMs = 10_000;

/** What a Redis has done since it started. */
export interface RedisWork {
  readonly commands: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
}

/** A redis-server of the simulation's own: on a Unix of its own port, with the append-only file that docs/scaling.md asks for. */
export class BenchRedis implements AsyncDisposable {
  readonly url: string;
  readonly client: Redis;
  readonly #process: ChildProcess;
  readonly #dir: string;

  private constructor(port: number, started: ChildProcess, dir: string) {
    this.url = `redis://127.0.0.1:${port}`;
    this.client = new Redis({ port, host: '127.0.0.1' });
    this.client.on('error', () => undefined);
    this.#process = started;
    this.#dir = dir;
  }

  static async start(port: number): Promise<BenchRedis> {
    const dir = await mkdtemp(join(tmpdir(), 'drydock-scale-'));
    const data = ['--dir', dir, '--appendonly', 'yes', '--save', ''];
    const args = ['--bind', '127.0.0.1', '--port', String(port), ...data];
    const redis = new BenchRedis(port, spawn('redis-server', args, { stdio: 'ignore' }), dir);
    for (let waited = 0; redis.client.status !== 'ready'; waited += 50) {
      if (waited > readyMs) throw benchFailed('redis-server does not start');
      await sleep(50);
    }
    return redis;
  }

  async work(): Promise<RedisWork> {
    const info = await this.client.info();
    const number = (name: string) => Number(new RegExp(`^${name}:([\\d.]+)`, 'm').exec(info)?.[1] ?? 0);
    return {
      commands: number('total_commands_processed'),
      cpuSeconds: number('used_cpu_sys') + number('used_cpu_user'),
      peakBytes: number('used_memory_peak'),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.client.disconnect();
    const gone = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await gone;
    await rm(this.#dir, { recursive: true, force: true });
  }
}
