import { relative } from 'node:path';
import { folderDate } from './git/index.ts';
import type { HandedIn } from './handed-in.ts';
import { HandedInTrouble } from './handed-in-trouble.ts';
import type { IntakeTrouble, LeftOut, Submission } from './intake.ts';
import { type Looking, submissionsIn } from './submissions-in.ts';

/** What came of one thing that was handed in. */
export interface Taken {
  readonly submissions: readonly Submission[];
  readonly troubles: readonly IntakeTrouble[];
}

/** Where something came from, and what is known of it before anyone looks into it. */
export interface Origin {
  readonly student: string;
  /** For people. */
  readonly source: string;
  readonly slug?: string;
  readonly leftOut?: readonly LeftOut[];
}

/** Gives when a clone's commit was made; asked for the folder, and for those around it up to what was handed in. */
export type FolderDates = (folder: string) => Promise<string | null>;

/** The submissions of one folder or archive; the student's trouble is data, the machine's is thrown. */
export async function take(
  item: Pick<HandedIn, 'path' | 'kind' | 'slug'>,
  origin: Origin,
  looking: Looking,
  dateOf: FolderDates,
): Promise<Taken> {
  const { source, student } = origin;
  try {
    const found = await submissionsIn(item, looking);
    const submissions: Submission[] = [];
    for (const one of found.filter((one) => 'folder' in one)) {
      const leftOut = [...(origin.leftOut ?? []), ...one.leftOut];
      submissions.push({
        student,
        assignment: one.slug,
        folder: one.folder,
        source,
        submittedAt: await dateOf(one.folder),
        ...(leftOut.length > 0 ? { leftOut } : {}),
      });
    }
    const troubles = found
      .filter((one) => 'reason' in one)
      .map(({ slug, reason }) => ({ source, student, assignment: slug, reason }));
    return { submissions, troubles };
  } catch (thrown) {
    return troubleAlone(origin, thrown);
  }
}

/** The trouble that one student's work made, as data; throws what is another's. */
export function troubleAlone(
  { source, student, slug }: Omit<Origin, 'student'> & { readonly student?: string },
  thrown: unknown,
): Taken {
  if (!(thrown instanceof HandedInTrouble)) throw thrown;
  const whose = student === undefined ? {} : { student };
  const assignment = slug === undefined ? {} : { assignment: slug };
  return { submissions: [], troubles: [{ source, ...whose, ...assignment, reason: thrown.reason }] };
}

/** When the clone around or in a folder was committed, by the nearest `.git` no further out than what was handed in. */
export function datesWithin(path: string, command: Parameters<typeof folderDate>[1]): FolderDates {
  return async (folder) => {
    const steps = relative(path, folder).split('/').filter(Boolean);
    if (steps[0] === '..') return null;
    for (let depth = steps.length; depth >= 0; depth -= 1) {
      const date = await folderDate([path, ...steps.slice(0, depth)].join('/'), command);
      if (date !== null) return date;
    }
    return null;
  };
}
