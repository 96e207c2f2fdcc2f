import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const mebi = 2 ** 20;
const limit = 800 * mebi;
/** Long enough for what it waits for, a second, and a look or two. */
const watchedMs = 2500;

let dir: string;
let programs: ChildProcess[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'drydock-memory-'));
  await mkdir(join(dir, 'proc/self'), { recursive: true });
  await writeFile(join(dir, 'proc/self/cgroup'), '0::/\n');
  programs = [];
});
afterEach(async () => {
  for (const program of programs) program.kill('SIGKILL');
  await rm(dir, { recursive: true });
});

/** A program that really runs, of a container or of the engine, with so much memory of its own. */
async function program(group: string, ownBytes: number): Promise<ChildProcess> {
  const started = spawn('sleep', ['60']);
  programs.push(started);
  const entry = join(dir, 'proc', String(started.pid));
  await mkdir(entry);
  await writeFile(join(entry, 'cgroup'), `0::${group}\n`);
  const shared = 100;
  await writeFile(join(entry, 'statm'), `9999 ${ownBytes / 4096 + shared} ${shared} 0 0 0 0\n`);
  return started;
}

interface Memory {
  used: number;
  file: number;
  shmem?: number;
  /** Pages that were read again by then. */
  again: (look: number) => number;
}
const thrashing: Memory = { used: limit - 5000, file: 10 * mebi, again: (look) => 5000 * look };

/** What cgroup v1 and v2 say of such a memory. */
const kinds: Record<string, (memory: Memory, look: number) => Record<string, string>> = {
  v1: ({ used, file, shmem = 0, again }, look) => ({
    'memory/memory.limit_in_bytes': `${limit}\n`,
    'memory/memory.usage_in_bytes': `${used}\n`,
    'memory/memory.stat': `cache 0\nworkingset_refault_file 0\ntotal_cache ${file}\ntotal_shmem ${shmem}\ntotal_workingset_refault_file ${again(look)}\n`,
  }),
  v2: ({ used, file, shmem = 0, again }, look) => ({
    'memory.max': `${limit}\n`,
    'memory.current': `${used}\n`,
    'memory.stat': `anon 1\nfile ${file}\nshmem ${shmem}\nworkingset_refault_anon 0\nworkingset_refault_file ${again(look)}\n`,
  }),
};

/** Watches over such a memory for a while: when programs were ended, in ms since the epoch. */
async function watch(kind: string, memory: Memory): Promise<number[]> {
  const cgroups = join(dir, 'cgroup');
  await mkdir(join(cgroups, kind === 'v1' ? 'memory' : ''), { recursive: true });
  const tell = async (look: number) => {
    for (const [path, text] of Object.entries(kinds[kind]?.(memory, look) ?? {}))
      await writeAtOnce(join(cgroups, path), text);
  };
  await tell(0);
  const script = join(import.meta.dirname, 'memory.sh');
  const notes = join(dir, 'notes');
  const watching = spawn('bash', [script, cgroups, join(dir, 'proc'), notes], { stdio: 'pipe' });
  programs.push(watching);
  let said = '';
  watching.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (let look = 1; look <= watchedMs / 100; look += 1) {
    await sleep(100);
    await tell(look);
    if (programs.some(({ signalCode }) => signalCode !== null)) break;
  }
  expect(watching.exitCode).toBeNull();
  expect(said).toBe('');
  const noted = await readFile(notes, 'utf8').catch(() => '');
  return noted.split('\n').filter(Boolean).map(Number);
}

/** Never seen half written. */
async function writeAtOnce(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
}

describe.each(Object.keys(kinds))('cgroup %s', (kind) => {
  test('the largest program of a container is ended, and when', async () => {
    const began = Date.now();
    const daemon = await program('/', 300 * mebi);
    const small = await program('/docker/a', mebi);
    const large = await program('/docker/b', 200 * mebi);
    const [at] = await watch(kind, thrashing);
    expect(at).toBeGreaterThanOrEqual(began + 1000);
    expect(at).toBeLessThanOrEqual(Date.now());
    expect([daemon, small, large].map(({ signalCode }) => signalCode)).toEqual([null, null, 'SIGKILL']);
  });

  test.each<[string, Partial<Memory>]>([
    ['room left', { used: limit * 0.9 }],
    ['a full memory that holds files which can go', { file: 300 * mebi }],
    ['a full memory in which nothing is read again', { again: () => 70_000 }],
  ])('%s: nothing is ended', async (_name, memory) => {
    const large = await program('/docker/b', 700 * mebi);
    expect(await watch(kind, { ...thrashing, ...memory })).toEqual([]);
    expect(large.signalCode).toBeNull();
  });

  test('files of a tmpfs are no files that can go', async () => {
    const large = await program('/docker/b', 200 * mebi);
    const filled = { file: 510 * mebi, shmem: 500 * mebi };
    expect(await watch(kind, { ...thrashing, ...filled })).toHaveLength(1);
    expect(large.signalCode).toBe('SIGKILL');
  });

  test('with nothing but the engine’s own programs there is nothing to end', async () => {
    const daemon = await program('/', 700 * mebi);
    expect(await watch(kind, thrashing)).toEqual([]);
    expect(daemon.signalCode).toBeNull();
  });
});
