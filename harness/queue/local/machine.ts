import { readFile, statfs } from 'node:fs/promises';
import { cpus, freemem, hostname } from 'node:os';
import type Dockerode from 'dockerode';
import { within } from '../../deadline.ts';
import type { Sample } from './concurrency.ts';

/** What the outer daemon tells of the machine that it runs on. */
interface Told {
  NCPU: number;
  Name: string;
  DockerRootDir: string;
}

const answerMs = 10_000;

/** The machine that carries the sandboxes, measured from this process. */
export class Machine {
  readonly cores: number;
  /**
   * Whether the engines run on this very machine: elsewhere, in Docker Desktop's or another host's, this machine's load
   * says nothing about theirs.
   */
  readonly isHere: boolean;
  readonly #dockerRoot: string;
  #times = cpuTimes();

  private constructor({ NCPU, Name, DockerRootDir }: Told) {
    this.cores = NCPU;
    this.isHere = Name === hostname();
    this.#dockerRoot = DockerRootDir;
  }

  /** Asks the daemon where it runs. One that does not answer is taken for one elsewhere, with this machine's cores. */
  static async of(docker: Dockerode): Promise<Machine> {
    const late = () => new RangeError('the daemon told nothing');
    const told = within(answerMs, docker.info() as Promise<Told>, late);
    return new Machine(await told.catch(() => ({ NCPU: cpus().length, Name: '', DockerRootDir: '' })));
  }

  /** What was since the last time it was measured. */
  async measure(): Promise<Omit<Sample, 'running' | 'waiting'>> {
    const before = this.#times;
    const now = cpuTimes();
    this.#times = now;
    const [loadavg, meminfo, disk] = await Promise.all([
      text('/proc/loadavg'),
      text('/proc/meminfo'),
      statfs(this.#dockerRoot).catch(() => undefined),
    ]);
    const runnable = runnableOf(loadavg);
    return {
      cpuIdle: (now.idle - before.idle) / Math.max(1, now.all - before.all),
      runnable: runnable === undefined ? null : runnable / this.cores,
      memoryAvailable: memoryOf(meminfo) ?? freemem(),
      diskAvailable: disk === undefined ? null : disk.bavail * disk.bsize,
    };
  }
}

/** `0.20 0.18 0.12 3/80 11206`: the fourth field is runnable/all, this process counted (proc(5)). */
export function runnableOf(loadavg: string): number | undefined {
  const [, runnable] = /^\S+ \S+ \S+ (\d+)\//.exec(loadavg) ?? [];
  return runnable === undefined ? undefined : Math.max(0, Number(runnable) - 1);
}

/** Bytes of `MemAvailable`, which counts caches that can be dropped and no tmpfs. */
export function memoryOf(meminfo: string): number | undefined {
  const [, kilobytes] = /^MemAvailable:\s+(\d+) kB$/m.exec(meminfo) ?? [];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

function text(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

/** Milliseconds of all cores since boot: idle, and altogether. */
function cpuTimes(): { idle: number; all: number } {
  const times = cpus().map((core) => core.times);
  const idle = times.reduce((sum, one) => sum + one.idle, 0);
  const all = times.reduce((sum, one) => sum + one.idle + one.user + one.nice + one.sys + one.irq, 0);
  return { idle, all };
}
