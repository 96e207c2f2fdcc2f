import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownerIsGone, ownOwner } from './owner.ts';

const prefix = 'drydock-';

/** A Unix socket's path may have 107 bytes (unix(7)); a deep TMPDIR leaves no room for one. */
function baseFolder(): string {
  return tmpdir().length <= 60 ? tmpdir() : '/tmp';
}

/** The owner as part of a folder's name. */
function nameOf(owner: string): string {
  return `${prefix}${encodeURIComponent(owner)}-`;
}

/** A sandbox's folder on this machine: sockets and what the bench is given at its start. */
export class RunFolder implements AsyncDisposable {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<RunFolder> {
    const folder = new RunFolder(await mkdtemp(join(baseFolder(), nameOf(ownOwner()))));
    await Promise.all([mkdir(folder.engine, { mode: 0o700 }), mkdir(folder.bench, { mode: 0o755 })]);
    await chmod(folder.bench, 0o755);
    return folder;
  }

  /** Mounted read-write into the engine alone: its API socket and its control socket. */
  get engine(): string {
    return join(this.path, 'engine');
  }

  /** Mounted read-only into the bench: the gate's socket, the submission, the commands that stand in for sudo. */
  get bench(): string {
    return join(this.path, 'bench');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }
}

/** Removes the folders that harness processes which are gone left behind; gives how many there were. */
export async function sweepRunFolders(): Promise<number> {
  const names = (await readdir(baseFolder())).filter((name) => name.startsWith(prefix));
  const left = names.filter((name) => {
    const owner = decodeURIComponent(name.slice(prefix.length, name.lastIndexOf('-')));
    return owner.split('/').length === 3 && ownerIsGone(owner);
  });
  await Promise.all(left.map((name) => rm(join(baseFolder(), name), { recursive: true, force: true })));
  return left.length;
}
