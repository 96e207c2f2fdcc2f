import { basename } from 'node:path';
import { type AssignmentOutline, assignmentsFitting } from '../assignment-outline.ts';
import { type FolderEntry, folderEntries } from './folder-entries.ts';
import {
  begins,
  type ClassFolder,
  classFolder,
  newestOf,
  slugAtEnd,
  slugAtStart,
  withoutTexts,
} from './layout.ts';

/** Something that somebody handed in, before anyone looked into it. */
export interface HandedIn {
  readonly path: string;
  /** Its name, without an archive's ending. */
  readonly name: string;
  /** What its name begins with, where the layout says so: the student's name comes after it and a dash. */
  readonly prefix?: string;
  /** The assignment it is for, where the layout says so. */
  readonly slug?: string;
  readonly kind: FolderEntry['kind'];
}

/** Files that tools and teachers leave beside submissions. */
const beside = /\.(csv|json|txt|md|html?|ya?ml|xlsx|log)$/i;

/** Unpacks the archive of a class folder, and says where to. */
export type OpenArchive = (path: string) => Promise<string>;

interface Listed {
  readonly entry: FolderEntry;
  readonly inside: readonly FolderEntry[];
  readonly made: ClassFolder | undefined;
}

/**
 * Everything that was handed in below `dir`: an entry per student, or per student and assignment, whatever the layout.
 * `name` is the folder's own, where `dir` is an archive that was unpacked; `results` is a folder of ours, which nobody
 * handed in. Throws what the file system throws.
 */
export async function findHandedIn(
  dir: string,
  assignments: readonly AssignmentOutline[],
  openArchive: OpenArchive,
  { name = basename(dir), results }: { name?: string; results?: string | undefined } = {},
): Promise<HandedIn[]> {
  const slugs = assignments.map(({ slug }) => slug);
  const found = (await folderEntries(dir)).filter(({ path }) => path !== results);
  const entries = withoutTexts(inQuestion(found, assignments));
  const own = classFolder(name, namesOf(entries), slugs);
  if (own) return entries.map((entry) => inClass(entry, own, slugs));

  const listed: Listed[] = [];
  for (const entry of entries) listed.push(await listedEntry(entry, assignments, openArchive));
  // Whoever points at one student's folder means that student.
  if (isOneStudent(listed, assignments)) return [{ path: dir, name, kind: 'folder' }];
  return newestOf(listed).flatMap(({ entry, inside, made }) => {
    if (made) return inside.map((repository) => inClass(repository, made, slugs));
    // A folder per assignment with a folder per student in each.
    if (entry.kind === 'folder' && slugs.includes(entry.name))
      return inside.map((student) => ({ ...plain(student), slug: entry.name }));
    return [single(entry, slugs)];
  });
}

/** What a folder holds, and whether a class tool made it; an archive is opened when its name says that one did. */
async function listedEntry(
  entry: FolderEntry,
  assignments: readonly AssignmentOutline[],
  openArchive: OpenArchive,
): Promise<Listed> {
  const slugs = assignments.map(({ slug }) => slug);
  const ofClass = entry.kind === 'archive' && classFolder(entry.name, [], slugs) !== undefined;
  const folder = entry.kind === 'folder' ? entry.path : ofClass ? await openArchive(entry.path) : undefined;
  const inside =
    folder === undefined ? [] : inQuestion(await folderEntries(folder).catch(() => []), assignments);
  const made = folder === undefined ? undefined : classFolder(entry.name, namesOf(inside), slugs);
  return { entry, inside, made };
}

/** Whether a folder holds nothing but assignments, or is itself a submission for one. */
function isOneStudent(listed: readonly Listed[], assignments: readonly AssignmentOutline[]): boolean {
  const boxes = listed.filter(({ entry }) => entry.kind === 'folder' || entry.kind === 'archive');
  const expected = expectedNames(assignments);
  const all = namesOf(listed.map(({ entry }) => entry));
  if (assignmentsFitting('', all, assignments).length > 0)
    return boxes.every(({ entry }) => expected.has(entry.name));
  const named = boxes.every(({ entry }) => assignments.some(({ slug }) => slug === entry.name));
  return named && boxes.some(({ entry, inside }) => isSubmission(entry, inside, assignments));
}

/** A folder or archive named after an assignment is a submission when it holds what the assignment asks for. */
function isSubmission(
  entry: FolderEntry,
  inside: readonly FolderEntry[],
  assignments: readonly AssignmentOutline[],
): boolean {
  const asked = assignments.filter(({ slug }) => slug === entry.name);
  return entry.kind === 'archive' || assignmentsFitting('', namesOf(inside), asked).length > 0;
}

function inQuestion(
  entries: readonly FolderEntry[],
  assignments: readonly AssignmentOutline[],
): FolderEntry[] {
  const expected = expectedNames(assignments);
  return entries.filter(({ kind, file }) => kind !== 'file' || expected.has(file) || !beside.test(file));
}

/** What assignments ask for at the top of a submission. */
function expectedNames(assignments: readonly AssignmentOutline[]): Set<string> {
  return new Set(assignments.flatMap(({ files }) => files.map((file) => file.split('/')[0] ?? file)));
}

function inClass(entry: FolderEntry, { prefix }: ClassFolder, slugs: readonly string[]): HandedIn {
  const slug = slugAtEnd(prefix, slugs);
  return {
    ...plain(entry),
    ...(begins(entry.name, prefix) ? { prefix } : {}),
    ...(slug === undefined ? {} : { slug }),
  };
}

function single(entry: FolderEntry, slugs: readonly string[]): HandedIn {
  const slug = slugAtStart(entry.name, slugs);
  return slug === undefined ? plain(entry) : { ...plain(entry), slug, prefix: slug };
}

function plain({ path, name, kind }: FolderEntry): HandedIn {
  return { path, name, kind };
}

function namesOf(entries: readonly FolderEntry[]): string[] {
  return entries.map(({ name }) => name);
}
