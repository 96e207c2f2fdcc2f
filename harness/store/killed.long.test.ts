import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempDisposable, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ResultStore } from './result-store.ts';

const putting = join(import.meta.dirname, 'testing', 'put-for-ever.ts');
const kills = 50;

test(`killed at ${kills} moments, it has lost nothing, has nothing twice and no half file`, {
  timeout: 600_000,
}, async () => {
  await using scratch = await mkdtempDisposable(join(tmpdir(), 'drydock-store-'));
  let next = 0;
  let inTheMiddle = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await killedAfter(scratch.path, next, 1 + (kill % 7), Math.random() * 12);
    if ((await halfFiles(scratch.path)).length > 0) inTheMiddle += 1;
    const stored = await storedNumbers(scratch.path);
    expect(new Set(stored).size, 'nothing is there twice').toBe(stored.length);
    const upTo = Array.from({ length: acknowledged + 1 }, (_, number) => number);
    // What was under way when the process died may be there or not.
    expect([upTo, [...upTo, acknowledged + 1]]).toContainEqual(stored);
    expect(await halfFiles(scratch.path)).toEqual([]);
    next = acknowledged + 1;
  }
  // If no kill had hit a write, this would prove nothing.
  expect(inTheMiddle).toBeGreaterThan(0);
});

/** Starts putting at a number, and kills some milliseconds after so many were acknowledged; the last one that was. */
async function killedAfter(folder: string, first: number, count: number, waitMs: number): Promise<number> {
  const child = spawn(process.execPath, [putting, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  let last = first - 1;
  for await (const line of createInterface({ input: output(child) })) {
    last = Number(line);
    if (last === first + count - 1) void sleep(waitMs).then(() => child.kill('SIGKILL'));
  }
  expect(await gone).toEqual([null, 'SIGKILL']);
  return last;
}

function output(child: ChildProcess): NodeJS.ReadableStream {
  if (child.stdout === null) throw new TypeError('the child has no stdout');
  return child.stdout;
}

/** Opens the folder as the next run does, and reads every result in it, in the order of their numbers. */
async function storedNumbers(folder: string): Promise<number[]> {
  using store = await ResultStore.open(folder);
  const found: number[] = [];
  for await (const result of store.all()) {
    const attempts = await store.attempts(result.student, result.assignment);
    for (const { startedAt } of [result, ...attempts]) found.push(Date.parse(startedAt) / 1000);
  }
  return found.sort((one, other) => one - other);
}

async function halfFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.filter((name) => name.endsWith('.half'));
}
