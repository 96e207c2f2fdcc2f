import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpack } from '../archive/index.ts';
import { HandedInTrouble } from '../handed-in-trouble.ts';
import type { IntakeReason, LeftOut } from '../intake.ts';

/** A folder with an archive in it, which is unpacked to `out/to`; gone when disposed. */
export class Unpacked implements AsyncDisposable {
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  static async make(): Promise<Unpacked> {
    return new Unpacked(await mkdtemp(join(tmpdir(), 'drydock-unpack-')));
  }

  async unpack(bytes: Buffer, name = 'work.zip'): Promise<LeftOut[]> {
    const path = join(this.dir, name);
    await writeFile(path, bytes);
    return unpack(path, this.at('to'), new AbortController().signal);
  }

  /** Why it was not unpacked; undefined when it was. */
  async refusal(bytes: Buffer, name?: string): Promise<IntakeReason | undefined> {
    try {
      await this.unpack(bytes, name);
      return undefined;
    } catch (thrown) {
      if (thrown instanceof HandedInTrouble) return thrown.reason;
      throw thrown;
    }
  }

  /** Every file that was written, also beside the folder it belongs in. */
  async files(): Promise<string[]> {
    const all = await readdir(this.dir, { recursive: true, withFileTypes: true });
    return all
      .filter((entry) => !entry.isDirectory() && entry.parentPath !== this.dir)
      .map((entry) => join(entry.parentPath, entry.name).slice(this.at('').length + 1))
      .sort();
  }

  /** Forgets what was unpacked. */
  clear(): Promise<void> {
    return rm(this.at(''), { recursive: true, force: true });
  }

  at(path: string): string {
    return join(this.dir, 'out', path);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.dir, { recursive: true });
  }
}
