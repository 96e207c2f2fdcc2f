import { createHash } from 'node:crypto';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { SandboxError } from '../../errors.ts';
import { folderCaps, type SubmissionFolder } from '../../runner/index.ts';

/** A submission as it travels: a gzipped tar, named by the hash of what is in it. */
export interface Archive {
  /** SHA-256 over the tar, in hex: alike for alike submissions, whoever packs them and when. */
  readonly hash: string;
  readonly bytes: Buffer;
}

/** A tar of the largest submission, headers and padding included; what was left out counts as a file. */
const tarCap = folderCaps.bytes + (folderCaps.files + 1) * 4096;
/** What stands for an entry that is no regular file: a link to nowhere, which every reader leaves out again. */
const leftOut = 'left-out-by-drydock';
const [compress, decompress] = [promisify(gzip), promisify(gunzip)];

/** Packs what was read of a submission's folder; no more than folderCaps can be in it. */
export async function packSubmission({
  files,
  skipped,
}: Pick<SubmissionFolder, 'files' | 'skipped'>): Promise<Archive> {
  const tar = pack();
  const chunks: Buffer[] = [];
  tar.on('data', (chunk) => chunks.push(chunk as Buffer));
  const packed = new Promise<void>((resolve, reject) => tar.once('end', resolve).once('error', reject));
  const same = { mtime: new Date(0), uid: 0, gid: 0 };
  for (const { path, bytes, executable } of files)
    tar.entry({ ...same, name: path, mode: executable ? 0o755 : 0o644 }, Buffer.from(bytes));
  for (const path of skipped) tar.entry({ ...same, name: path, type: 'symlink', linkname: leftOut });
  tar.finalize();
  await packed;
  const content = Buffer.concat(chunks);
  return {
    hash: createHash('sha256').update(content).digest('hex'),
    bytes: await compress(content, { level: 6 }),
  };
}

/** Lays a submission into a folder that is made for it. Throws SandboxError `ARCHIVE_BROKEN`, having written nothing amiss. */
export async function unpackSubmission({ hash, bytes }: Archive, folder: string): Promise<void> {
  const content = await decompress(bytes, { maxOutputLength: tarCap }).catch((cause) => {
    throw broken(hash, cause);
  });
  if (createHash('sha256').update(content).digest('hex') !== hash) throw broken(hash, 'other content');
  await mkdir(folder, { recursive: true });
  const links: string[] = [];
  const tar = extract();
  tar.end(content);
  for await (const entry of tar) {
    const { name, type, mode = 0 } = entry.header;
    if (!isBelow(name)) throw broken(hash, name);
    if (type === 'symlink') links.push(name);
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    if (type !== 'file') continue;
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.concat(chunks), { flag: 'wx', mode: mode & 0o100 ? 0o755 : 0o644 });
  }
  // Last, so that no file can be written through one.
  for (const name of links) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await symlink(leftOut, join(folder, name));
  }
}

function isBelow(name: string): boolean {
  return (
    !name.startsWith('/') && name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

function broken(hash: string, cause: unknown): SandboxError {
  return new SandboxError({
    code: 'ARCHIVE_BROKEN',
    message: {
      ko: `제출물 아카이브 \`${hash.slice(0, 12)}\` 내용이 손상되었습니다.`,
      en: `The archive \`${hash.slice(0, 12)}\` of a submission does not hold what it should.`,
    },
    hint: {
      ko: '`drydock grade` 를 다시 실행하면 제출물을 새로 보냅니다.',
      en: 'Run `drydock grade` again; it sends the submission anew.',
    },
    cause,
  });
}
