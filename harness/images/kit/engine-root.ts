import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Text } from '../../text.ts';
import { kitToolMissing, preparationFailed } from '../image-trouble.ts';
import { enginePackages, recipesFolder } from '../recipe.ts';

/** Debian's releases with a Docker engine: 26.1 in trixie, 20.10 in bookworm. */
export type EngineSuite = 'trixie' | 'bookworm';

/** What a release has no packages of its own for: bookworm's docker.io brings the CLI, and there is no buildx. */
const absentPackages: Record<EngineSuite, readonly string[]> = {
  trixie: [],
  bookworm: ['docker-buildx', 'docker-cli'],
};
/** On Ubuntu Debian's signing keys are a package of their own; on Debian they are always there. */
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** A root file system under way: `tar` streams while it is made, `done` tells whether it became whole. */
export interface EngineRoot {
  tar: Readable;
  done: Promise<void>;
  /** Ends it early; `stopped` tells whether that is why it ended. */
  stop: () => void;
  stopped: () => boolean;
}

/** Makes sure that mmdebstrap is there: installs it where root may on Debian and Ubuntu, else throws UsageError. */
export async function requireMmdebstrap(progress: (line: Text) => void, signal?: AbortSignal): Promise<void> {
  // Loaded only here: it takes 40 ms, and most runs find their images prepared.
  const { $, which } = await import('zx');
  const missing = [
    ...((await which('mmdebstrap', { nothrow: true })) ? [] : ['mmdebstrap']),
    ...(existsSync(keyring) ? [] : ['debian-archive-keyring']),
  ];
  if (missing.length === 0) return;
  const packages = missing.join(' ');
  const apt = await which('apt-get', { nothrow: true });
  if (!apt) throw kitToolMissing('mmdebstrap', `apt-get install -y ${packages}`);
  if (process.getuid?.() !== 0) throw kitToolMissing('mmdebstrap', `sudo apt-get install -y ${packages}`);
  progress({
    ko: `apt-get으로 ${packages} 패키지를 설치하는 중…`,
    en: `Installing ${packages} with apt-get…`,
  });
  const install = $({ quiet: true, nothrow: true, timeout: '300s', ...(signal ? { signal } : {}) });
  const env = { DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  let result = await install({
    env: { ...process.env, ...env },
  })`apt-get install -y --no-install-recommends ${missing}`;
  if (result.exitCode !== 0) {
    await install({ env: { ...process.env, ...env } })`apt-get update -q`;
    result = await install({
      env: { ...process.env, ...env },
    })`apt-get install -y --no-install-recommends ${missing}`;
  }
  signal?.throwIfAborted();
  if (result.exitCode !== 0) {
    throw preparationFailed(
      'KIT_APT',
      { ko: 'apt-get 설치가 실패했습니다', en: 'apt-get could not install it' },
      result.stderr,
    );
  }
}

/**
 * Makes the engine's root from Debian's packages, from whichever mirror mmdebstrap finds. Streams, because half a
 * gigabyte need neither lie on a disk nor in memory (zx would keep all of it).
 */
export function makeEngineRoot(signal?: AbortSignal, suite: EngineSuite = 'trixie'): EngineRoot {
  const packages = enginePackages().filter((name) => !absentPackages[suite].includes(name));
  const setup = readFileSync(join(recipesFolder, 'engine', 'setup.sh'), 'utf8');
  const excludes = readFileSync(join(recipesFolder, 'engine', 'dpkg-excludes.conf'), 'utf8')
    .split('\n')
    .filter(Boolean);
  const child = spawn(
    'mmdebstrap',
    [
      '--variant=minbase',
      `--include=${packages.join(',')}`,
      ...excludes.map((line) => `--dpkgopt=${line}`),
      // By the environment, since a user namespace's root may not read a home folder.
      '--customize-hook=printf %s "$DRYDOCK_SETUP" | chroot "$1" sh',
      suite,
      '-',
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { TMPDIR: '/var/tmp', ...process.env, LC_ALL: 'C.UTF-8', DRYDOCK_SETUP: setup },
      // A group of its own: it hands signals on to nobody, and its children are those that work.
      detached: true,
    },
  );
  let wasStopped = false;
  const stop = () => {
    wasStopped = true;
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    // Whoever read it is gone; a full pipe would keep it from ending.
    child.stdout.unpipe();
    child.stdout.resume();
  };
  signal?.addEventListener('abort', stop, { once: true });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log = (log + chunk.toString()).slice(-8192);
  });
  const { promise: done, resolve, reject } = Promise.withResolvers<void>();
  child.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT')
      reject(kitToolMissing('mmdebstrap', 'sudo apt-get install -y mmdebstrap', cause));
  });
  // Also after an abort: it takes a moment to unmount and remove what it made.
  child.on('close', (code) => {
    signal?.removeEventListener('abort', stop);
    if (code === 0) return resolve();
    if (log.includes('unable to pick chroot mode'))
      return reject(kitToolMissing('newuidmap', 'sudo apt-get install -y uidmap'));
    const errors = log
      .split('\n')
      .filter((line) => /^[EW]: /.test(line))
      .join('\n');
    const what = { ko: `mmdebstrap이 ${code}로 끝났습니다`, en: `mmdebstrap ended with ${code}` };
    reject(preparationFailed('KIT_ENGINE_ROOT', what, `${log}\n${errors}`));
  });
  return { tar: child.stdout, done, stop, stopped: () => wasStopped };
}
