import { mkdir, mkdtemp, readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { archiveName, unpack } from './archive/index.ts';
import { readFolderMap } from './folder-map.ts';
import { findHandedIn, type HandedIn } from './handed-in.ts';
import { HandedInTrouble } from './handed-in-trouble.ts';
import type { Intake, IntakeOptions, IntakeTrouble, Submission } from './intake.ts';
import {
  classArchiveTrouble,
  classFolderTrouble,
  handedInTwice,
  noSuchAssignment,
} from './intake-trouble.ts';
import { diskTrouble } from './machine-trouble.ts';
import { type Looking, submissionsIn } from './submissions-in.ts';
import { nameOf, type People, whose } from './whose.ts';

/**
 * Finds what a class handed in, unpacks it, and says whose it is. One student's trouble never ends it.
 * @throws UsageError for a folder that cannot be read, an assignment nobody knows, and two submissions of one student
 * for one assignment; SandboxError `INTAKE_DISK` when there is no room; the signal's reason
 */
export async function takeIn(options: IntakeOptions): Promise<Intake> {
  const { assignments, chosen, roster, signal } = options;
  const slugs = assignments.map(({ slug }) => slug);
  for (const slug of chosen) if (!slugs.includes(slug)) throw noSuchAssignment(slug, slugs);
  const wanted = chosen.length > 0 ? slugs.filter((slug) => chosen.includes(slug)) : slugs;
  const said = options.map === undefined ? new Map<string, string>() : await readFolderMap(options.map);
  const people: People = roster ? { roster, said } : { said };
  const looking: Looking = { assignments, wanted, signal, freshFolder: freshFolders(options.temporary) };

  const submissions: Submission[] = [];
  const troubles: IntakeTrouble[] = [];
  const unknown: { path: string }[] = [];
  const items = options.dir === undefined ? [] : await itemsIn(resolve(options.dir), looking);
  for (const item of items) {
    signal.throwIfAborted();
    const student = whose(item, people);
    if (student === undefined || item.kind === 'file') unknown.push({ path: item.path });
    else if (item.slug === undefined || wanted.includes(item.slug)) {
      const taken = await taking(item, student, looking);
      submissions.push(...taken.submissions);
      troubles.push(...taken.troubles);
    }
  }
  refuseTwice(submissions);
  const seen = new Set([...submissions, ...troubles].map(({ student = '' }) => student));
  return {
    submissions: submissions.sort(
      (one, other) =>
        order(one.student, other.student) || slugs.indexOf(one.assignment) - slugs.indexOf(other.assignment),
    ),
    absent: (roster ?? []).filter((student) => !seen.has(nameOf(student))),
    unknown: unknown.sort((one, other) => order(one.path, other.path)),
    troubles: troubles.sort((one, other) => order(one.source, other.source)),
  };
}

/** What lies in a folder, or in the archive of a whole class. */
async function itemsIn(dir: string, looking: Looking): Promise<HandedIn[]> {
  const opened = (path: string) => openClass(path, looking);
  try {
    const packed = archiveName(basename(dir));
    if (packed === undefined || (await stat(dir)).isDirectory())
      return await findHandedIn(dir, looking.assignments, opened);
    return await findHandedIn(await openClass(dir, looking), looking.assignments, opened, packed);
  } catch (thrown) {
    throw (thrown as NodeJS.ErrnoException).syscall === undefined ? thrown : classFolderTrouble(dir, thrown);
  }
}

/** Unpacks the archive of a whole class. A folder that was packed as it is lies in its archive once more. */
async function openClass(path: string, { freshFolder, signal }: Looking): Promise<string> {
  const folder = await freshFolder();
  try {
    await unpack(path, folder, signal);
  } catch (thrown) {
    if (thrown instanceof HandedInTrouble) throw classArchiveTrouble(path, thrown.reason.message, thrown);
    throw thrown;
  }
  const [only, ...others] = await readdir(folder);
  return only !== undefined && only === archiveName(basename(path)) && others.length === 0
    ? join(folder, only)
    : folder;
}

async function taking(
  item: HandedIn,
  student: string,
  looking: Looking,
): Promise<{ submissions: Submission[]; troubles: IntakeTrouble[] }> {
  const source = item.path;
  const whole = { source, student, ...(item.slug === undefined ? {} : { assignment: item.slug }) };
  try {
    const found = await submissionsIn(item, looking);
    return {
      submissions: found.flatMap((one) =>
        'reason' in one
          ? []
          : [
              {
                student,
                assignment: one.slug,
                folder: one.folder,
                source,
                submittedAt: null,
                ...(one.leftOut.length > 0 ? { leftOut: one.leftOut } : {}),
              },
            ],
      ),
      troubles: found.flatMap((one) =>
        'reason' in one ? [{ source, student, assignment: one.slug, reason: one.reason }] : [],
      ),
    };
  } catch (thrown) {
    if (thrown instanceof HandedInTrouble)
      return { submissions: [], troubles: [{ ...whole, reason: thrown.reason }] };
    throw thrown;
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
