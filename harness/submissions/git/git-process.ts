import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { UsageError } from '../../errors.ts';
import { type Credentials, offered } from './credentials.ts';

/** One run of git on a repository of ours. */
export interface GitCommand {
  readonly gitDir: string;
  readonly args: readonly string[];
  readonly stdin?: string;
  /** `file` for a repository of this machine. */
  readonly protocols?: 'https:ssh' | 'file';
  readonly credentials?: Credentials | undefined;
  /** An object folder that is read beside our own. */
  readonly objects?: string;
  /** Ended and reported when it holds: asked ten times a second. */
  readonly tooLarge?: () => Promise<boolean>;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

/** How a run ended, and the last that it said. */
export interface GitEnd {
  readonly ok: boolean;
  readonly cause?: 'time' | 'size';
  readonly stderr: string;
}

/** Nobody's settings but these: each turns off something that a repository or a machine could make git run or fetch. */
const settings = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.askPass=',
  'credential.helper=',
  'credential.interactive=false',
  'fetch.recurseSubmodules=false',
  'transfer.bundleURI=false',
  'gc.auto=0',
  'maintenance.auto=false',
  // Larger blobs are never held in memory whole, and one repository takes one core.
  'core.bigFileThreshold=16m',
  'pack.threads=1',
  'http.lowSpeedLimit=1000',
  'http.lowSpeedTime=60',
];
const ssh =
  'ssh -oBatchMode=yes -oConnectTimeout=20 -oForwardAgent=no -oForwardX11=no -oPermitLocalCommand=no -oClearAllForwardings=yes';
/** What is passed on: where programs are, the way out of a network, and the keys that an operator offers. */
const passedOn = /^(PATH|HOME|USER|SSH_AUTH_SOCK|https?_proxy|all_proxy|no_proxy|SSL_CERT_(FILE|DIR))$/i;
const stderrCap = 8192;
const watchMs = 100;

/**
 * Runs git with nothing of this machine's or the repository's configuration, hooks, helpers or prompts, ended with all
 * it started when it takes too long. `read` gets its output, and ends it early by returning early.
 * @throws UsageError `GIT_MISSING`, and what `read` throws
 */
export async function runGit(
  command: GitCommand,
  read: (stdout: Readable) => Promise<void>,
): Promise<GitEnd> {
  const { gitDir, args, signal } = command;
  signal.throwIfAborted();
  const own = offered(command.credentials);
  const configured = [...settings, ...own.settings].flatMap((setting) => ['-c', setting]);
  const all = [...configured, '--git-dir', gitDir, ...args];
  const env = { ...environment(command), ...own.environment };
  // A group of its own: git starts helpers, which have to end with it.
  const child = spawn('git', all, { cwd: '/', env, detached: true, stdio: 'pipe' });
  let cause: GitEnd['cause'];
  const end = (why?: GitEnd['cause']) => {
    cause ??= why;
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It ended by itself in between.
    }
  };
  const stop = () => end();
  const timer = setTimeout(() => end('time'), command.deadlineMs);
  const watch = setInterval(async () => {
    if (await command.tooLarge?.().catch(() => false)) end('size');
  }, watchMs);
  signal.addEventListener('abort', stop);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-stderrCap);
  });
  // git that ends early does not read what it was still to be told.
  child.stdin.on('error', () => undefined);
  child.stdin.end(command.stdin ?? '');
  const ended = new Promise<number | null>((done, failed) => {
    child.on('error', (error) => failed(gitMissing(error)));
    child.on('close', done);
  });
  try {
    const [code] = await Promise.all([
      ended,
      read(child.stdout).finally(() => {
        // Not resumed: to a stream whose iterator was left in the midst that does nothing, and git would never end.
        child.stdout.destroy();
        child.stdin.destroy();
      }),
    ]);
    signal.throwIfAborted();
    return { ok: code === 0 && cause === undefined, stderr, ...(cause ? { cause } : {}) };
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    signal.removeEventListener('abort', stop);
    end();
    await ended.catch(() => undefined);
  }
}

function environment({ protocols = 'https:ssh', objects }: GitCommand): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => passedOn.test(name));
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_ATTR_NOSYSTEM: '1',
    GIT_ALLOW_PROTOCOL: protocols,
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'false',
    SSH_ASKPASS: 'false',
    GIT_SSH_COMMAND: ssh,
    GIT_SSH_VARIANT: 'ssh',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_NO_LAZY_FETCH: '1',
    GIT_LFS_SKIP_SMUDGE: '1',
    ...(objects === undefined ? {} : { GIT_ALTERNATE_OBJECT_DIRECTORIES: objects }),
  };
}

function gitMissing(cause: Error): UsageError {
  return new UsageError({
    code: 'GIT_MISSING',
    message: {
      ko: `\`git\` 명령을 실행할 수 없습니다: ${cause.message}`,
      en: `The command \`git\` cannot be run: ${cause.message}`,
    },
    hint: {
      ko: '`git --version` 이 되도록 git을 설치하세요. Debian에서는 `apt-get install git` 입니다.',
      en: 'Install git, so that `git --version` answers; on Debian: `apt-get install git`.',
    },
    cause,
  });
}
