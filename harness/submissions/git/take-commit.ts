import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SandboxError } from '../../errors.ts';
import { maskPasswords } from '../../mask-passwords.ts';
import { shown } from '../entry-path.ts';
import { HandedInTrouble } from '../handed-in-trouble.ts';
import type { LeftOut } from '../intake.ts';
import { machineTrouble } from '../machine-trouble.ts';
import { Unpacking, unpackCaps } from '../unpacking.ts';
import { commitDate } from './commit-date.ts';
import type { GitAddress } from './git-address.ts';
import { gitOutput } from './git-output.ts';
import type { GitCommand } from './git-process.ts';
import { lastLine, writeTree } from './write-tree.ts';

/** A commit that was written to a folder. */
export interface TakenCommit {
  readonly submittedAt: string | null;
  readonly leftOut: readonly LeftOut[];
}

/** Enough for a class's network, and for a machine that fetches several at once. */
const fetchLimits = { bytes: unpackCaps.bytes, ms: 180_000 };
const readMs = 60_000;
const objectId = /^[0-9a-f]{40}([0-9a-f]{24})?$/i;
const refName = /^(?!.*(\.\.|\/\/|@\{|\.lock$|\.$))[A-Za-z0-9_][\w./+@-]*$/;
const wanted = 'refs/drydock/wanted';
const absent = /couldn't find remote ref|not our ref|no such (remote )?ref|unadvertised object|bad object/i;

/**
 * Writes one commit of a repository to `folder`, without its history and without checking it out: fetched into `bare`,
 * an empty folder within `limits`, then read object by object. `ref` is a commit in full, a branch
 * or a tag.
 * @throws HandedInTrouble when it cannot be had, or is too large or unsafe; SandboxError when the disk is to blame
 */
export async function takeCommit(
  address: GitAddress,
  ref: string | undefined,
  folders: { bare: string; folder: string },
  signal: AbortSignal,
  limits = fetchLimits,
): Promise<TakenCommit> {
  const { bare, folder } = folders;
  const from = ref ?? 'HEAD';
  if (!objectId.test(from) && !refName.test(from)) throw new HandedInTrouble('GIT_REF', { ref: from });
  const command = { gitDir: bare, signal, deadlineMs: readMs };
  try {
    await makeBare(command);
    await fetchCommit(address, from, command, limits);
    const commit = `${wanted}^{commit}`;
    // What was fetched is whole, so that this is a file's or a folder's number that somebody copied.
    const { ok } = await gitOutput({ ...command, args: ['cat-file', '-e', commit] }, 65_536);
    if (!ok) throw new HandedInTrouble('GIT_REF', { ref: from });
    const into = new Unpacking(folder, Number.POSITIVE_INFINITY);
    await writeTree(command, commit, into);
    return { submittedAt: await commitDate(command, commit), leftOut: into.leftOut };
  } catch (thrown) {
    signal.throwIfAborted();
    throw machineTrouble(thrown, folder) ?? thrown;
  } finally {
    await rm(bare, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** Makes an empty repository without the machine's template, which may have hooks. */
export async function makeBare(command: Omit<GitCommand, 'args'>): Promise<void> {
  const args = ['init', '--quiet', '--bare', '--template=', '--initial-branch=none'];
  const { ok, stderr } = await gitOutput({ ...command, args }, 65_536);
  if (ok) return;
  throw new SandboxError({
    code: 'GIT_INIT',
    message: {
      ko: `\`${command.gitDir}\` 폴더에 빈 저장소를 만들 수 없습니다: ${lastLine(stderr)}`,
      en: `No empty repository can be made in \`${command.gitDir}\`: ${lastLine(stderr)}`,
    },
    hint: {
      ko: '`git --version`(2.30 이상)과 `df -h` 로 남은 공간을 확인하세요.',
      en: 'Look at `git --version` (2.30 or newer), and at the room that is left: `df -h`.',
    },
  });
}

async function fetchCommit(
  { url, local, shown: address, credentials }: GitAddress,
  from: string,
  command: Omit<GitCommand, 'args'>,
  limits: typeof fetchLimits,
): Promise<void> {
  const options = ['--quiet', '--depth=1', '--no-tags', '--no-recurse-submodules', '--no-write-fetch-head'];
  const { ok, cause, stderr } = await gitOutput(
    {
      ...command,
      args: ['fetch', ...options, '--no-auto-maintenance', '--', url, `+${from}:${wanted}`],
      protocols: local ? 'file' : 'https:ssh',
      credentials,
      tooLarge: async () => (await bytesIn(command.gitDir)) > limits.bytes,
      deadlineMs: limits.ms,
    },
    65_536,
  );
  if (cause === 'size' || (await bytesIn(command.gitDir)) > limits.bytes)
    throw new HandedInTrouble('TOO_MANY_BYTES', { megabytes: limits.bytes / 2 ** 20 });
  if (cause === 'time') throw new HandedInTrouble('GIT_SLOW', { url: address, seconds: limits.ms / 1000 });
  if (ok) return;
  if (absent.test(stderr))
    throw from === 'HEAD'
      ? new HandedInTrouble('GIT_EMPTY', { url: address })
      : new HandedInTrouble('GIT_NO_COMMIT', { url: address, ref: from });
  throw new HandedInTrouble('GIT_UNREACHABLE', {
    url: address,
    detail: shown(maskPasswords(firstLine(stderr).replaceAll(url, address))),
  });
}

/** What went wrong; the lines after it say what git makes of that. */
function firstLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('Warning:')) ?? 'git';
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = entries.map(
    async (name) => (await stat(join(folder, name)).catch(() => undefined))?.size ?? 0,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
