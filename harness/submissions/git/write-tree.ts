import { HandedInTrouble } from '../handed-in-trouble.ts';
import { type Unpacking, unpackCaps } from '../unpacking.ts';
import { ByteReader, damaged } from './byte-reader.ts';
import { gitOutput } from './git-output.ts';
import { type GitCommand, runGit } from './git-process.ts';

interface TreeFile {
  readonly path: string;
  readonly oid: string;
  readonly bytes: number;
  readonly executable: boolean;
}

/** `<mode> <type> <oid> <size>\t<path>`, ended by a NUL: git ls-tree -l -z. */
const line = /^(\d{6}) (\w+) ([0-9a-f]+) +(\d+|-)\t(.+)$/s;
const modes: Readonly<Record<string, 'file' | 'executable' | 'link' | 'submodule'>> = {
  '100644': 'file',
  '100664': 'file',
  '100755': 'executable',
  '120000': 'link',
  '160000': 'submodule',
};
/** Long enough for every path that is allowed. */
const listCap = unpackCaps.entries * 512;
const pointerCap = 1024;
const pointer = 'version https://git-lfs.github.com/spec/';

/**
 * Writes the regular files of a commit, as they are in it: git checks nothing out, so that no filter, hook, line
 * ending or submodule has a part in it.
 */
export async function writeTree(
  command: Omit<GitCommand, 'args'>,
  commit: string,
  into: Unpacking,
): Promise<void> {
  const list = await gitOutput(
    { ...command, args: ['ls-tree', '-r', '-l', '-z', '--full-tree', commit] },
    listCap,
  );
  if (list.cause === 'size') throw new HandedInTrouble('TOO_MANY_ENTRIES', { cap: unpackCaps.entries });
  if (!list.ok) throw damaged(lastLine(list.stderr));
  const files = filesIn(list.stdout.toString(), into);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total > unpackCaps.bytes)
    throw new HandedInTrouble('TOO_MANY_BYTES', { megabytes: unpackCaps.bytes / 2 ** 20 });
  const stdin = files.map(({ oid }) => `${oid}\n`).join('');
  const end = await runGit({ ...command, args: ['cat-file', '--batch'], stdin }, async (stdout) => {
    const reader = new ByteReader(stdout);
    for (const file of files) await writeBlob(file, reader, into);
  });
  if (!end.ok) throw damaged(lastLine(end.stderr));
}

function filesIn(list: string, into: Unpacking): TreeFile[] {
  return list.split('\0').flatMap((entry) => {
    if (entry === '') return [];
    const [, mode = '', , oid = '', size = '', name = ''] = line.exec(entry) ?? [];
    const kind = modes[mode];
    const path = into.enter(name);
    if (path === undefined) return [];
    if (kind !== 'file' && kind !== 'executable') {
      into.leave(path, kind ?? 'device');
      return [];
    }
    return [{ path, oid, bytes: Number(size), executable: kind === 'executable' }];
  });
}

/** `<oid> blob <size>`, a newline, the bytes, a newline: git cat-file --batch. */
async function writeBlob(file: TreeFile, reader: ByteReader, into: Unpacking): Promise<void> {
  const header = await reader.line();
  if (header !== `${file.oid} blob ${file.bytes}`) throw damaged(header);
  const options = { declared: file.bytes, executable: file.executable };
  if (file.bytes > pointerCap) await into.writeFile(file.path, options, reader.bytes(file.bytes));
  else {
    const whole = Buffer.concat(await Array.fromAsync(reader.bytes(file.bytes)));
    if (whole.toString('latin1').startsWith(pointer)) into.leave(file.path, 'lfs-pointer');
    await into.writeFile(file.path, options, [whole]);
  }
  await reader.line();
}

/** The last thing that git said, for people. */
export function lastLine(stderr: string): string {
  return stderr.trim().split('\n').at(-1)?.trim() || 'git';
}
