import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveName } from './archive/index.ts';

/** One visible thing in a folder. No link is ever followed: what it leads to was not handed in. */
export interface FolderEntry {
  /** As it is on the disk. */
  readonly file: string;
  /** In NFC, without an archive's ending. */
  readonly name: string;
  readonly path: string;
  readonly kind: 'folder' | 'archive' | 'link' | 'file';
}

/** What systems put into folders and archives, beside hidden files. */
const litter = /^(\.|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

/** The visible entries of a folder, ordered by name; throws what the file system throws. */
export async function folderEntries(folder: string): Promise<FolderEntry[]> {
  const found = await readdir(folder, { withFileTypes: true });
  return found
    .filter(({ name }) => !litter.test(name))
    .map((entry) => {
      const plain = entry.name.normalize('NFC');
      const packed = entry.isFile() ? archiveName(plain) : undefined;
      const kind = entry.isDirectory()
        ? 'folder'
        : entry.isSymbolicLink()
          ? 'link'
          : packed !== undefined
            ? 'archive'
            : 'file';
      return { file: entry.name, name: packed ?? plain, path: join(folder, entry.name), kind } as const;
    })
    .sort((one, other) => (one.file < other.file ? -1 : 1));
}
