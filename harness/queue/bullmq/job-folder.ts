import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const named = /^drydock-job-(\d+)-/;

/** Where a submission lies while it is graded. Its name tells the process, so that what a killed one left can be swept. */
export class JobFolder implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<JobFolder> {
    return new JobFolder(await mkdtemp(join(tmpdir(), `drydock-job-${process.pid}-`)));
  }

  /** Removes the folders of processes that are gone. */
  static async sweep(): Promise<void> {
    for (const name of await readdir(tmpdir())) {
      const pid = Number(named.exec(name)?.[1]);
      if (pid > 0 && !isAlive(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
