import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';

const course = join(import.meta.dirname, '..', '..');
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'drydock');

/** Starts a cold `drydock check` of the solution of build-noderun, as `script/drydock` does once it has found Node. */
export function startColdCheck(...options: readonly string[]): ChildProcessWithoutNullStreams {
  const main = join(course, 'harness', 'cli', 'main.ts');
  const solution = join(course, 'graders', 'build-noderun', 'solution');
  const child = spawn(
    process.execPath,
    [main, 'check', 'build-noderun', '--dir', solution, '--fail-under', '100', ...options],
    { env: { NODE_COMPILE_CACHE: join(cache, 'compile'), ...process.env } },
  );
  child.stdin.end();
  return child;
}
