import { readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inUse, unusableFolder } from './store-trouble.ts';

/**
 * A folder that one process holds. The lock is the kernel's: SQLite takes it on an empty file, and it is gone with the
 * process, however that ends. A file with a process id would have to be judged stale, and two could judge at once.
 * @throws UsageError `STORE_IN_USE` while another holds it, `STORE_FOLDER` where no lock can be taken
 */
export async function lockFolder(folder: string): Promise<Disposable> {
  const holderFile = join(folder, '.lock-holder.json');
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(join(folder, '.lock'), { timeout: 0 });
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (thrown) {
    database?.close();
    if (isBusy(thrown)) throw inUse(folder, await holderIn(holderFile));
    throw unusableFolder(folder, thrown);
  }
  const held = database;
  const holder = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  // For the message alone: who cannot be told apart from a predecessor holds the lock all the same.
  await writeFile(holderFile, JSON.stringify(holder)).catch(() => undefined);
  return { [Symbol.dispose]: () => held.close() };
}

/** SQLITE_BUSY, https://sqlite.org/rescode.html#busy */
function isBusy(thrown: unknown): boolean {
  return thrown instanceof Error && 'errcode' in thrown && thrown.errcode === 5;
}

async function holderIn(path: string): Promise<{ pid: number; host: string; since: string } | undefined> {
  try {
    const { pid, host, since } = JSON.parse(await readFile(path, 'utf8'));
    return { pid: Number(pid), host: String(host), since: String(since) };
  } catch {
    return undefined;
  }
}
