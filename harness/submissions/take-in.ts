import { mkdir, mkdtemp, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { nearestName } from '../nearest-name.ts';
import type { Student } from '../result.ts';
import { archiveName } from './archive/index.ts';
import { ClassArchives } from './class-archives.ts';
import { readFolderMap } from './folder-map.ts';
import { makeBare } from './git/index.ts';
import { readGitList } from './git-list.ts';
import { findHandedIn, type HandedIn } from './handed-in.ts';
import type { Intake, IntakeOptions, Submission } from './intake.ts';
import { classFolderTrouble, handedInTwice, noSuchAssignment } from './intake-trouble.ts';
import { diskTrouble } from './machine-trouble.ts';
import { type Fetched, takeRepositories } from './repositories.ts';
import type { Looking } from './submissions-in.ts';
import { datesWithin, take } from './taking.ts';
import { nameOf, type People, whose } from './whose.ts';

const nothing = { submissions: [], troubles: [] };
/** A clone is dated by reading one small object. */
const datingMs = 10_000;

/**
 * Finds what a class handed in, unpacks it, and says whose it is. One student's trouble never ends it.
 * @throws UsageError for a folder that cannot be read, an assignment nobody knows, and two submissions of one student
 * for one assignment; SandboxError `INTAKE_DISK` when there is no room; the signal's reason
 */
export async function takeIn(options: IntakeOptions): Promise<Intake> {
  const { assignments, chosen, roster, signal } = options;
  const slugs = assignments.map(({ slug }) => slug);
  for (const slug of chosen)
    if (!slugs.includes(slug)) throw noSuchAssignment(slug, slugs, undefined, nearestName(slug, slugs));
  const wanted = chosen.length > 0 ? slugs.filter((slug) => chosen.includes(slug)) : slugs;
  const said = options.map === undefined ? new Map<string, string>() : await readFolderMap(options.map);
  const people: People = roster ? { roster, said } : { said };
  const list = resolve(options.gitUrls ?? '');
  const listed = options.gitUrls === undefined ? [] : await readGitList(list, slugs);
  const looking: Looking = { assignments, wanted, signal, freshFolder: freshFolders(options.temporary) };

  const taken: Fetched[] = [];
  const archives = new ClassArchives(looking);
  const items =
    options.dir === undefined ? [] : await itemsIn(resolve(options.dir), looking, archives, options.results);
  const dating = await datingRepository(items, looking);
  for (const item of items) {
    signal.throwIfAborted();
    const student = whose(item, people);
    const { source, leftOut } = archives.originOf(item.path);
    if (student === undefined || item.kind === 'file') taken.push({ ...nothing, unknown: source });
    else if (item.slug === undefined || wanted.includes(item.slug)) {
      const dateOf = dating && item.kind === 'folder' ? datesWithin(item.path, dating) : async () => null;
      taken.push(await take(item, { ...item, student, source, leftOut }, looking, dateOf));
    }
  }
  const fetching = { ...looking, people, list, localRepositories: options.localRepositories ?? false };
  taken.push(...(await takeRepositories(listed, fetching)));
  return sorted(taken, slugs, roster ?? []);
}

function sorted(taken: readonly Fetched[], slugs: readonly string[], roster: readonly Student[]): Intake {
  const submissions = taken.flatMap((one) => one.submissions);
  const troubles = taken.flatMap((one) => one.troubles);
  const unknown = taken.flatMap(({ unknown: path }) => (path === undefined ? [] : [{ path }]));
  refuseTwice(submissions);
  const seen = new Set([...submissions, ...troubles].map(({ student = '' }) => student));
  return {
    submissions: submissions.sort(
      (one, other) =>
        order(one.student, other.student) || slugs.indexOf(one.assignment) - slugs.indexOf(other.assignment),
    ),
    absent: roster.filter((student) => !seen.has(nameOf(student))),
    unknown: unknown.sort((one, other) => order(one.path, other.path)),
    troubles: troubles.sort((one, other) => order(one.source, other.source)),
  };
}

/** What lies in a folder, or in the archive of a whole class. */
async function itemsIn(
  dir: string,
  { assignments }: Looking,
  archives: ClassArchives,
  results: string | undefined,
): Promise<HandedIn[]> {
  const open = (path: string) => archives.open(path);
  try {
    const packed = archiveName(basename(dir));
    if (packed === undefined || (await stat(dir)).isDirectory())
      return await findHandedIn(dir, assignments, open, { results });
    return await findHandedIn(await open(dir), assignments, open, { name: packed });
  } catch (thrown) {
    throw (thrown as NodeJS.ErrnoException).syscall === undefined ? thrown : classFolderTrouble(dir, thrown);
  }
}

/** An empty repository for looking at the commits of folders that are clones; undefined when git cannot make one. */
async function datingRepository(
  items: readonly HandedIn[],
  { freshFolder, signal }: Looking,
): Promise<Parameters<typeof datesWithin>[1] | undefined> {
  if (!items.some(({ kind }) => kind === 'folder')) return undefined;
  const command = { gitDir: await freshFolder(), signal, deadlineMs: datingMs };
  try {
    await makeBare(command);
    return command;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

function refuseTwice(submissions: readonly Submission[]): void {
  const groups = Map.groupBy(submissions, ({ student, assignment }) =>
    JSON.stringify([student.toLowerCase(), assignment]),
  );
  for (const [first, ...others] of groups.values())
    if (first && others.length > 0)
      throw handedInTwice(
        first.student,
        first.assignment,
        [first, ...others].map(({ source }) => source).sort(),
      );
}

function freshFolders(temporary: string): () => Promise<string> {
  const around = resolve(temporary, 'handed-in');
  return async () => {
    try {
      await mkdir(around, { recursive: true });
      return await mkdtemp(join(around, 'x'));
    } catch (thrown) {
      throw diskTrouble(thrown, temporary);
    }
  };
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
