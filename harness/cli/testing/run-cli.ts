import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** What a run of the command line left. */
export interface Ran {
  /** Null when a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A command line under way. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ran>;
  /** Resolves once either stream holds the text; rejects when the process ends without having shown it. */
  shown(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Types into the process's stdin. */
  type(keys: string): void;
}

const main = join(import.meta.dirname, '../main.ts');
const timeLimitMs = 240_000;

/** Starts the command line as a user would, in plain English, wrapped into another program by `by`. */
export function startCli(
  args: readonly string[],
  {
    cwd,
    env = {},
    by = (cli) => cli,
  }: { cwd: string; env?: Record<string, string>; by?: (cli: string[]) => string[] },
): Running {
  const [program = '', ...rest] = by([process.execPath, main, ...args]);
  const { PATH, HOME, DOCKER_HOST } = process.env;
  const inherited = { PATH, HOME, ...(DOCKER_HOST === undefined ? {} : { DOCKER_HOST }) };
  const child = spawn(program, rest, {
    cwd,
    env: { ...inherited, LANG: 'en_US.UTF-8', ...env },
    timeout: timeLimitMs,
    killSignal: 'SIGKILL',
  });
  const ran: Ran = { code: null, stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ran.stdout += text;
    child.emit('shown');
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    ran.stderr += text;
    child.emit('shown');
  });
  child.stdin.on('error', () => undefined);
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ran, code }));
  });
  return {
    pid: child.pid ?? 0,
    ended,
    shown: (text) =>
      new Promise((resolve, reject) => {
        const look = () => (ran.stdout + ran.stderr).includes(text) && resolve();
        child.on('shown', look);
        look();
        void ended.then(() =>
          reject(new Error(`it ended without showing ${JSON.stringify(text)}: ${ran.stderr}`)),
        );
      }),
    kill: (signal) => void child.kill(signal),
    type: (keys) => void child.stdin.write(keys),
  };
}

/** Runs the command line to its end. */
export function runCli(...started: Parameters<typeof startCli>): Promise<Ran> {
  return startCli(...started).ended;
}
