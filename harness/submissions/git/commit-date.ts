import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { join } from 'node:path';
import { gitOutput } from './git-output.ts';
import type { GitCommand } from './git-process.ts';

const objectId = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
const branch = /^ref: (refs\/(?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/;
const capBytes = 4 * 2 ** 20;

/** When a commit was made, by its committer's clock, in UTC; null when it cannot be read. */
export async function commitDate(command: Omit<GitCommand, 'args'>, commit: string): Promise<string | null> {
  const { ok, stdout } = await gitOutput({ ...command, args: ['cat-file', 'commit', commit] }, capBytes);
  const [headers = ''] = stdout.toString().split('\n\n', 1);
  const seconds = Number(/^committer .*> (\d{1,11}) [+-]\d{4}$/m.exec(headers)?.[1] ?? Number.NaN);
  return ok && Number.isFinite(seconds) ? new Date(seconds * 1000).toISOString() : null;
}

/**
 * When the commit that a cloned folder stands at was made. Of its `.git` only HEAD, the branch and the objects are
 * read, with `command`'s own empty repository around them: its configuration could make git run programs. Null for
 * what is no plain clone.
 */
export async function folderDate(
  folder: string,
  command: Omit<GitCommand, 'args' | 'objects'>,
): Promise<string | null> {
  const git = join(folder, '.git');
  const objects = join(git, 'objects');
  // A colon would part it in two for git, and alternates lead to objects of somebody else.
  const plain = (await isFolder(git)) && (await isFolder(objects)) && !/[:"\n]/.test(objects);
  if (!plain || (await smallFile(join(objects, 'info', 'alternates'))) !== undefined) return null;
  const head = (await smallFile(join(git, 'HEAD')))?.trim() ?? '';
  const name = branch.exec(head)?.[1];
  const commit = name === undefined ? head : await branchTip(git, name);
  return commit !== undefined && objectId.test(commit) ? commitDate({ ...command, objects }, commit) : null;
}

async function branchTip(git: string, name: string): Promise<string | undefined> {
  const loose = (await smallFile(join(git, name)))?.trim();
  if (loose !== undefined) return loose;
  const packed = (await smallFile(join(git, 'packed-refs')))?.split('\n');
  return packed?.find((entry) => entry.endsWith(` ${name}`))?.split(' ')[0];
}

async function isFolder(path: string): Promise<boolean> {
  return (await lstat(path).catch(() => undefined))?.isDirectory() ?? false;
}

/** A regular file's text; undefined for everything else, without waiting for a pipe or following a link. */
async function smallFile(path: string): Promise<string | undefined> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const info = await file.stat();
    return info.isFile() && info.size <= capBytes ? await file.readFile('utf8') : undefined;
  } catch {
    return undefined;
  }
}
