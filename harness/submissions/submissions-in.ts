import { type AssignmentOutline, assignmentsFitting } from '../assignment-outline.ts';
import { nearestName } from '../nearest-name.ts';
import { unpack } from './archive/index.ts';
import { shown } from './entry-path.ts';
import { type FolderEntry, folderEntries } from './folder-entries.ts';
import { HandedInTrouble } from './handed-in-trouble.ts';
import type { IntakeReason, LeftOut } from './intake.ts';

/** Where files lie, and what was left out when they were written there. */
export interface Place {
  readonly folder: string;
  readonly leftOut: readonly LeftOut[];
}

/** A submission for one assignment, or why there is none. */
export type Found = ({ slug: string } & Place) | { slug: string; reason: IntakeReason };

/** How what was handed in is looked through. */
export interface Looking {
  /** All there are, also those that are not wanted: a folder named after one is not part of another. */
  readonly assignments: readonly AssignmentOutline[];
  readonly wanted: readonly string[];
  /** Makes a folder for an archive. */
  readonly freshFolder: () => Promise<string>;
  readonly signal: AbortSignal;
}

type Item = Pick<FolderEntry, 'path' | 'kind'> & { slug?: string };

/** A folder in a folder in an archive in an archive is as deep as anyone packs by mistake. */
const deepest = 4;
const shownEntries = 5;

/**
 * The submissions in a folder or archive that one student handed in: a folder or archive per assignment, or one
 * submission, perhaps one folder or archive deeper. `slug` is the assignment it is for, where that is known.
 * @throws HandedInTrouble when none can be made out; SandboxError when the machine failed
 */
export async function submissionsIn(item: Item, looking: Looking, depth = deepest): Promise<Found[]> {
  const { assignments, wanted } = looking;
  const slug = item.slug ?? (wanted.length === 1 ? wanted[0] : undefined);
  const open = assignments.filter((one) =>
    slug === undefined ? wanted.includes(one.slug) : one.slug === slug,
  );
  const { found, place } = await look(await enter(item, looking), open, looking, depth);
  if (found) return found;
  const entries = await readable(place.folder);
  if (entries.length === 0) throw new HandedInTrouble('EMPTY');
  // It was handed in for this one: what is wrong with it is for its result to say.
  if (slug !== undefined) return [{ slug, ...place }];
  for (const { name } of entries) {
    const near = nearestName(name, wanted);
    if (near !== undefined) throw new HandedInTrouble('NEAR_ASSIGNMENT', { name: shown(name), slug: near });
  }
  const some = entries.slice(0, shownEntries).map(({ file }) => `\`${shown(file)}\``);
  throw new HandedInTrouble('NO_ASSIGNMENT', { entries: some.join(', ') });
}

/** What was found, or the innermost folder of those that hold nothing but one another. */
async function look(
  place: Place,
  open: readonly AssignmentOutline[],
  looking: Looking,
  depth: number,
): Promise<{ found?: Found[]; place: Place }> {
  const entries = await readable(place.folder);
  const slugs = looking.assignments.map(({ slug }) => slug);
  const named = entries.filter(({ name, kind }) => kind !== 'file' && slugs.includes(name));
  const files = entries.map(({ file }) => file);
  const fitting = assignmentsFitting('', files, open);
  const meant = open.length === 1 ? named.filter(({ name }) => name === open[0]?.slug) : named;
  if (meant.length > 0) return { found: await perAssignment(meant, place, looking, depth), place };
  if (fitting.length > 1) throw new HandedInTrouble('WHICH_ASSIGNMENT', { slugs: fitting.join(', ') });
  const [slug] = fitting;
  if (slug !== undefined) return { found: [{ slug, ...place }], place };
  if (named.length > 0) return { found: await perAssignment(named, place, looking, depth), place };
  const [box, ...others] = entries.filter(({ kind }) => kind === 'folder' || kind === 'archive');
  if (!box || others.length > 0 || depth === 0) return { place };
  const inner = await enter(box, looking);
  const { found, place: innermost } = await look(
    { ...inner, leftOut: [...place.leftOut, ...inner.leftOut] },
    open,
    looking,
    depth - 1,
  );
  return found ? { found, place } : { place: entries.length === 1 ? innermost : place };
}

/** Folders and archives that are named after assignments. */
async function perAssignment(
  named: readonly FolderEntry[],
  place: Place,
  looking: Looking,
  depth: number,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const slug of looking.wanted) {
    const [entry, other] = named.filter(({ name }) => name === slug);
    if (!entry) continue;
    try {
      if (other) throw new HandedInTrouble('DUPLICATE_PATH', { path: slug });
      if (entry.kind === 'folder') found.push({ slug, folder: entry.path, leftOut: place.leftOut });
      else if (depth === 0) throw new HandedInTrouble('TOO_NESTED');
      else found.push(...(await submissionsIn({ ...entry, slug }, looking, depth - 1)));
    } catch (thrown) {
      if (!(thrown instanceof HandedInTrouble)) throw thrown;
      found.push({ slug, reason: thrown.reason });
    }
  }
  return found;
}

async function enter({ path, kind }: Item, looking: Looking): Promise<Place> {
  if (kind === 'link') throw new HandedInTrouble('LINK');
  if (kind !== 'archive') return { folder: path, leftOut: [] };
  const folder = await looking.freshFolder();
  return { folder, leftOut: await unpack(path, folder, looking.signal) };
}

async function readable(folder: string): Promise<FolderEntry[]> {
  try {
    return await folderEntries(folder);
  } catch (thrown) {
    const detail = (thrown as NodeJS.ErrnoException).code ?? String(thrown);
    throw new HandedInTrouble('UNREADABLE', { detail }, thrown);
  }
}
