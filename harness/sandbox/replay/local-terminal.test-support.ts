/** A pseudo-terminal of this machine for tests: util-linux's `script` makes one without any native module. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultReplayLimits, type Replay, type ReplayOptions } from './options.ts';
import { shellCommand, shellEnvironment } from './protocol.ts';
import { replay } from './replay.ts';
import type { Terminal } from './terminal.ts';

export interface LocalTerminal extends Terminal, AsyncDisposable {
  /** The shell's working folder, removed with the terminal. */
  readonly folder: string;
}

/** Starts the replay's shell in a fresh folder. */
export async function localTerminal(nonce: string): Promise<LocalTerminal> {
  const folder = await mkdtemp(join(tmpdir(), 'drydock-replay-'));
  const quoted = shellCommand.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const env = Object.fromEntries(shellEnvironment(nonce).map((line) => line.split(/=(.*)/s).slice(0, 2)));
  const child = spawn('script', ['-qfc', `exec ${quoted}`, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? '', HOME: folder, SHELL: '/bin/sh', ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  child.stdin.on('error', () => undefined);
  const closed = once(child, 'close').then(() => undefined);
  const close = () => {
    if (child.exitCode === null) child.kill('SIGKILL');
  };
  return {
    folder,
    write: (data) => void child.stdin.write(data),
    onData(listener) {
      child.stdout.on('data', listener);
      return () => child.stdout.off('data', listener);
    },
    closed,
    close,
    async [Symbol.asyncDispose]() {
      close();
      await closed;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Replays a script on a terminal of this machine, without Docker; `options` overrides what a sandbox would give. */
export async function replayHere(script: string, options: Partial<ReplayOptions> = {}): Promise<Replay> {
  const nonce = 'abcdef0123456789';
  await using terminal = await localTerminal(nonce);
  const began = performance.now();
  return await replay({
    script,
    terminal,
    nonce,
    streams: () => [],
    processes: async () => undefined,
    closeStream: () => undefined,
    settled: () => Promise.resolve(),
    now: () => performance.now() - began,
    onLine: () => undefined,
    limits: defaultReplayLimits,
    signal: AbortSignal.timeout(20_000),
    ...options,
  });
}
