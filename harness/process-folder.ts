import { mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a folder is for, in its name: one job's submission, or all that a class's archives and repositories hold. */
type Use = 'job' | 'class';

const named = /^drydock-(?:job|class)-(\d+)-(\d+)-/;

/**
 * Where submissions lie while they are graded. Its name tells the process, so that what a killed one left can be swept:
 * other people's work must not stay behind.
 */
export class ProcessFolder implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(use: Use): Promise<ProcessFolder> {
    const name = `drydock-${use}-${process.pid}-${await processSpace()}-`;
    return new ProcessFolder(await mkdtemp(join(tmpdir(), name)));
  }

  /** Removes the folders of processes that are gone. */
  static async sweep(): Promise<void> {
    const own = await processSpace();
    for (const name of await readdir(tmpdir())) {
      const [, pid, space] = named.exec(name) ?? [];
      if (space === own && !isAlive(Number(pid)))
        await rm(join(tmpdir(), name), { recursive: true, force: true });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** Containers that share /tmp do not share their processes' numbers: the kernel's name for whose they are. */
async function processSpace(): Promise<string> {
  const link = await readlink('/proc/self/ns/pid').catch(() => '');
  return /\d+/.exec(link)?.[0] ?? '0';
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
