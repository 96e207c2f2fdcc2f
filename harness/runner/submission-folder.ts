import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import type { WorkspaceFile } from '../sandbox/index.ts';

/** A submission's files as they were handed in. */
export interface SubmissionFolder {
  files: WorkspaceFile[];
  /** `sha256:…` over paths, modes and bytes. */
  hash: string;
  /** Paths that were left out: links, devices, sockets, pipes. */
  skipped: string[];
}

/** Caps on what is read from a student's folder. */
export const folderCaps = { files: 2000, bytes: 64 * 2 ** 20, depth: 16 };

/** Folders that are never part of a submission. */
const ignored = new Set(['.git']);

/**
 * Reads the regular files of a folder, following no link in any component and blocking on no pipe. Undefined when
 * there is no such folder or nothing in it. Throws UsageError when it may not be read or is larger than the caps.
 */
export async function readSubmission(folder: string): Promise<SubmissionFolder | undefined> {
  const reading: SubmissionFolder & { bytes: number } = { files: [], hash: '', skipped: [], bytes: 0 };
  if (!(await walk(folder, '', 0, reading))) return undefined;
  const files = reading.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return files.length === 0 ? undefined : { files, hash: hashOf(files), skipped: reading.skipped.sort() };
}

async function walk(
  root: string,
  at: string,
  depth: number,
  into: SubmissionFolder & { bytes: number },
): Promise<boolean> {
  const entries = await readdir(join(root, at), { withFileTypes: true }).catch((thrown) =>
    unreadable(join(root, at), thrown),
  );
  if (!entries) return false;
  for (const entry of entries) {
    const path = at === '' ? entry.name : `${at}/${entry.name}`;
    if (entry.isDirectory()) {
      if (ignored.has(entry.name)) continue;
      if (depth >= folderCaps.depth) throw tooLarge(root, path);
      await walk(root, path, depth + 1, into);
    } else {
      const file = entry.isFile() ? await readRegular(join(root, path)) : undefined;
      if (!file) {
        into.skipped.push(path);
        continue;
      }
      into.bytes += file.bytes.length;
      into.files.push({ path, ...file });
      if (into.files.length > folderCaps.files || into.bytes > folderCaps.bytes) throw tooLarge(root, path);
    }
  }
  return true;
}

async function readRegular(path: string): Promise<Pick<WorkspaceFile, 'bytes' | 'executable'> | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(path, flags).catch((thrown) => unreadable(path, thrown));
  if (!file) return undefined;
  try {
    const stat = await file.stat();
    if (!stat.isFile()) return undefined;
    if (stat.size > folderCaps.bytes) throw tooLarge(path, path);
    return { bytes: await file.readFile(), executable: (stat.mode & 0o100) !== 0 };
  } finally {
    await file.close();
  }
}

/** What is absent or a link is not there; what may not be read is the operator's to mend. */
function unreadable(path: string, thrown: unknown): undefined {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENXIO') return undefined;
  throw new UsageError({
    code: 'SUBMISSION_UNREADABLE',
    message: {
      ko: `\`${path}\` 경로를 읽을 수 없습니다(${code}).`,
      en: `\`${path}\` cannot be read (${code}).`,
    },
    hint: {
      ko: `\`ls -ld ${path}\` 로 권한을 확인하세요.`,
      en: `Check its permissions with \`ls -ld ${path}\`.`,
    },
    cause: thrown,
  });
}

function tooLarge(folder: string, path: string): UsageError {
  const { files, bytes, depth } = folderCaps;
  const megabytes = bytes / 2 ** 20;
  return new UsageError({
    code: 'SUBMISSION_TOO_LARGE',
    message: {
      ko: `\`${folder}\` 폴더가 한도(파일 ${files}개, ${megabytes} MiB, 깊이 ${depth}단계)를 \`${path}\` 에서 넘었습니다.`,
      en: `\`${folder}\` is larger than the limits (${files} files, ${megabytes} MiB, ${depth} levels) at \`${path}\`.`,
    },
    hint: {
      ko: '과제에 필요 없는 파일을 지우세요. `du -ah` 로 큰 파일을 찾을 수 있습니다.',
      en: 'Remove what the assignment does not need; `du -ah` finds the large files.',
    },
  });
}

function hashOf(files: readonly WorkspaceFile[]): string {
  const hash = createHash('sha256');
  for (const { path, bytes, executable } of files) {
    hash.update(`${JSON.stringify(path)} ${executable ? 'x' : '-'} ${bytes.length}\n`).update(bytes);
  }
  return `sha256:${hash.digest('hex')}`;
}
