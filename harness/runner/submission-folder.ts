import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import type { WorkspaceFile } from '../sandbox/index.ts';
import { OpenFolder } from './open-folder.ts';

/** A submission's files as they were handed in. */
export interface SubmissionFolder {
  files: WorkspaceFile[];
  /** `sha256:…` over paths, modes and bytes. */
  hash: string;
  /** Paths that were left out: links, devices, sockets, pipes. */
  skipped: string[];
}

type Reading = SubmissionFolder & { bytes: number; folders: number };

/** Caps on what is read from a student's folder; what is no file counts as one, and there may be as many folders. */
export const folderCaps = { files: 2000, bytes: 64 * 2 ** 20, depth: 16 };

/** Folders that are never part of a submission. */
const ignored = new Set(['.git']);

/**
 * Reads the regular files of a folder, following no link in any component and blocking on no pipe. Undefined when
 * there is no such folder or nothing in it. Throws UsageError when it may not be read or is larger than the caps.
 */
export async function readSubmission(folder: string): Promise<SubmissionFolder | undefined> {
  await using root = await OpenFolder.at(folder).catch((thrown) => unreadable(folder, thrown));
  if (!root) return undefined;
  const reading: Reading = { files: [], hash: '', skipped: [], bytes: 0, folders: 0 };
  await walk(folder, root, '', 0, reading);
  const files = reading.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return files.length === 0 ? undefined : { files, hash: hashOf(files), skipped: reading.skipped.sort() };
}

/** The files below an open folder; `at` is its path in the submission, with a slash behind it. */
async function walk(
  root: string,
  folder: OpenFolder,
  at: string,
  depth: number,
  into: Reading,
): Promise<void> {
  for (const entry of await readdir(folder.path, { withFileTypes: true })) {
    const path = `${at}${entry.name}`;
    if (entry.isDirectory()) {
      if (ignored.has(entry.name)) continue;
      into.folders += 1;
      if (depth >= folderCaps.depth || into.folders > folderCaps.files) throw tooLarge(root, path);
      await using inner = await folder
        .folder(entry.name)
        .catch((thrown) => unreadable(join(root, path), thrown));
      if (inner) await walk(root, inner, `${path}/`, depth + 1, into);
      else skip(root, path, into);
      continue;
    }
    const file = entry.isFile() ? await readRegular(root, path, folder, entry.name, into.bytes) : undefined;
    if (!file) {
      skip(root, path, into);
      continue;
    }
    into.bytes += file.bytes.length;
    into.files.push({ path, ...file });
    refuseMore(root, path, into);
  }
}

/** A hundred thousand links would fill memory, and the archive that travels. */
function skip(root: string, path: string, into: Reading): void {
  into.skipped.push(path);
  refuseMore(root, path, into);
}

function refuseMore(root: string, path: string, { files, skipped }: Reading): void {
  if (files.length + skipped.length > folderCaps.files) throw tooLarge(root, path);
}

/** A regular file's bytes, no more than there is room for after `taken` bytes, however it grows meanwhile. */
async function readRegular(
  root: string,
  path: string,
  folder: OpenFolder,
  name: string,
  taken: number,
): Promise<Pick<WorkspaceFile, 'bytes' | 'executable'> | undefined> {
  await using file = await folder.file(name).catch((thrown) => unreadable(join(root, path), thrown));
  if (!file) return undefined;
  const stat = await file.stat();
  if (!stat.isFile()) return undefined;
  const room = folderCaps.bytes - taken;
  if (stat.size > room) throw tooLarge(root, path);
  const chunks: Buffer[] = [];
  let bytes = 0;
  // One byte more than there is room for tells a file that grew.
  for await (const chunk of file.createReadStream({ autoClose: false, end: room })) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    if (bytes > room) throw tooLarge(root, path);
  }
  return { bytes: Buffer.concat(chunks), executable: (stat.mode & 0o100) !== 0 };
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
