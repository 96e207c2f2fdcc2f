import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type AssignmentOutline, assignmentsFitting } from '../assignment-outline.ts';
import { nearestName } from '../nearest-name.ts';
import {
  ambiguousFolder,
  emptyFolder,
  folderTrouble,
  nothingToGrade,
  unknownAssignment,
} from './folder-trouble.ts';

/** Where the submission for one assignment lies; the folder may not exist when the assignment was asked for by name. */
export interface FoundSubmission {
  readonly slug: string;
  readonly folder: string;
}

/**
 * Finds what to grade in `dir`: it holds `<slug>/` folders, or is itself one submission (named after an assignment,
 * or holding the files that one expects). `chosen` slugs are all found, even where nothing was handed in: that, too,
 * is a result. Throws UsageError for a folder that cannot be read, a slug nobody knows, and a folder with nothing to grade.
 */
export async function findSubmissions(options: {
  dir: string;
  chosen: readonly string[];
  assignments: readonly AssignmentOutline[];
}): Promise<FoundSubmission[]> {
  const { chosen, assignments } = options;
  const slugs = assignments.map(({ slug }) => slug);
  for (const slug of chosen)
    if (!slugs.includes(slug)) throw unknownAssignment(slug, nearestName(slug, slugs), slugs);

  const dir = resolve(options.dir);
  const names = await entriesOf(dir);
  const inside = new Set(await foldersAmong(dir, names, slugs));
  const wanted = chosen.length > 0 ? [...new Set(chosen)] : slugs.filter((slug) => inside.has(slug));
  if (wanted.length > 0 && wanted.every((slug) => inside.has(slug)))
    return wanted.map((slug) => ({ slug, folder: join(dir, slug) }));

  const self = chosen.length > 1 || inside.size > 0 ? [] : selfCandidates(dir, names, assignments, chosen);
  const [slug, ...others] = self;
  if (slug !== undefined && others.length === 0) return [{ slug, folder: dir }];
  if (others.length > 0) throw ambiguousFolder(dir, self);
  if (wanted.length > 0) return wanted.map((slug) => ({ slug, folder: join(dir, slug) }));
  if (names.length === 0) throw emptyFolder(dir, slugs);
  throw nothingToGrade(dir, slugs, nearMiss(names, slugs));
}

/** The assignments that `dir` itself may be a submission for. */
function selfCandidates(
  dir: string,
  names: readonly string[],
  assignments: readonly AssignmentOutline[],
  chosen: readonly string[],
): string[] {
  const open = assignments.filter(({ slug }) => chosen.length === 0 || chosen.includes(slug));
  const fitting = assignmentsFitting(basename(dir), names, open);
  if (fitting.length > 0) return fitting;
  // Asked for by name in a folder that holds something else: what is wrong with it is for its result to say.
  return names.length > 0 ? [...chosen] : [];
}

function nearMiss(names: readonly string[], slugs: readonly string[]): [string, string] | undefined {
  for (const name of names) {
    const slug = nearestName(name, slugs);
    if (slug !== undefined) return [name, slug];
  }
  return undefined;
}

/** The visible names in a folder: `.git` and the like are no submission. */
async function entriesOf(dir: string): Promise<string[]> {
  try {
    return (await readdir(dir)).filter((name) => !name.startsWith('.'));
  } catch (thrown) {
    throw folderTrouble(dir, thrown);
  }
}

async function foldersAmong(
  dir: string,
  names: readonly string[],
  slugs: readonly string[],
): Promise<string[]> {
  const folders: string[] = [];
  for (const name of names.filter((name) => slugs.includes(name))) {
    const info = await stat(join(dir, name)).catch(() => undefined);
    if (info?.isDirectory()) folders.push(name);
  }
  return folders;
}
