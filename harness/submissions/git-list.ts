import { nearestName } from '../nearest-name.ts';
import { type CsvRow, cellOf, csvRows } from './csv-rows.ts';
import { listTrouble, noSuchAssignment } from './intake-trouble.ts';

/** A repository that stands in a list. */
export interface ListedRepository {
  readonly url: string;
  /** A commit, branch or tag; undefined for what the repository shows first. */
  readonly ref?: string;
  readonly student?: string;
  readonly slug?: string;
  /** Where it stands, for people. */
  readonly at: string;
}

/** Usual names of columns, first come first taken; `student_repository_url` and its kin are GitHub Classroom's. */
const columns = {
  url: [
    'url',
    'git_url',
    'clone_url',
    'repository',
    'repo',
    'repository_url',
    'student_repository_url',
    'git',
  ],
  ref: ['commit', 'sha', 'commit_sha', 'revision', 'ref', 'submission_tag', 'tag', 'branch'],
  student: ['student', 'username', 'github_username', 'login', 'identifier', 'roster_identifier', '학번'],
  slug: ['assignment', 'slug', 'assignment_slug'],
  title: ['assignment_name'],
};

/**
 * The repositories of a CSV, in its order. A row without an address is a student who has none, and is left out.
 * @throws UsageError when it is no such list, or names an assignment that nobody knows
 */
export async function readGitList(path: string, slugs: readonly string[]): Promise<ListedRepository[]> {
  const rows = await csvRows(path);
  if (rows[0] && !columns.url.some((name) => rows[0]?.cells.has(name)))
    throw listTrouble(path, { ko: '`url` 열이 없습니다.', en: 'It has no column `url`.' });
  return rows.flatMap((row) => {
    const url = cellOf(row, columns.url);
    if (url === undefined) return [];
    const ref = cellOf(row, columns.ref);
    const student = cellOf(row, columns.student);
    const slug = slugOf(row, slugs);
    return [
      {
        url,
        at: row.at,
        ...(ref === undefined ? {} : { ref }),
        ...(student === undefined ? {} : { student }),
        ...(slug === undefined ? {} : { slug }),
      },
    ];
  });
}

/** A slug has to be one; a title may happen to be one when it is written as addresses are. */
function slugOf(row: CsvRow, slugs: readonly string[]): string | undefined {
  const said = cellOf(row, columns.slug);
  if (said === undefined) {
    const title = cellOf(row, columns.title)
      ?.toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-');
    return slugs.find((slug) => slug === title);
  }
  const slug = slugs.find((one) => one === said.toLowerCase());
  if (slug === undefined) throw noSuchAssignment(said, slugs, row.at, nearestName(said, slugs));
  return slug;
}
