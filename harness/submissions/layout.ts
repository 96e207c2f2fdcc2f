/** A folder that a class tool made of one assignment: one repository per student in it. */
export interface ClassFolder {
  /** What the repositories' names begin with, before a dash and the student's. */
  readonly prefix: string;
  /** When it was downloaded, in a form that sorts; undefined where the name does not tell. */
  readonly at?: string;
}

/** `gh teacher download`: `<classroom>-<assignment>_submissions_<YYYY_MM_DD_T_HH_MM_SS>`. */
const downloaded = /^(.+)_submissions_(\d{4}_\d{2}_\d{2}_T_\d{2}_\d{2}_\d{2})$/;
/** `gh classroom clone student-repos`: `<assignment>-submissions`. */
const cloned = /^(.+)-submissions$/;

/**
 * Whether a folder is one that a class tool made, by its name; that of a clone could be a student's too, so what is in
 * it, or an assignment of that name, has to agree.
 */
export function classFolder(
  name: string,
  entries: readonly string[],
  slugs: readonly string[],
): ClassFolder | undefined {
  const [, prefix, at] = downloaded.exec(name) ?? cloned.exec(name) ?? [];
  if (prefix === undefined) return undefined;
  if (at !== undefined) return { prefix, at };
  const agrees = slugAtEnd(prefix, slugs) !== undefined || entries.some((entry) => begins(entry, prefix));
  return agrees ? { prefix } : undefined;
}

/** The assignment that a class tool's name ends with: `docker-build-noderun` is build-noderun; the longest fits best. */
export function slugAtEnd(name: string, slugs: readonly string[]): string | undefined {
  const lower = name.toLowerCase();
  return longest(slugs.filter((slug) => lower === slug || lower.endsWith(`-${slug}`)));
}

/** The assignment that a repository's name begins with: `build-noderun-octocat`. */
export function slugAtStart(name: string, slugs: readonly string[]): string | undefined {
  return longest(slugs.filter((slug) => begins(name, slug)));
}

/** Whether a repository is called `<prefix>-<somebody>`, capitals aside. */
export function begins(name: string, prefix: string): boolean {
  return name.length > prefix.length + 1 && name.toLowerCase().startsWith(`${prefix.toLowerCase()}-`);
}

/** Of the downloads of one assignment the newest; everything else as it is. */
export function newestOf<T extends { readonly made: ClassFolder | undefined }>(folders: readonly T[]): T[] {
  const newest = new Map<string, string>();
  for (const { made } of folders)
    if (made?.at !== undefined && made.at > (newest.get(made.prefix) ?? '')) newest.set(made.prefix, made.at);
  return folders.filter(({ made }) => made?.at === undefined || newest.get(made.prefix) === made.at);
}

/** Moodle's folder of what was typed into its page; who handed in a file has one beside that of the file. */
const typed = /_assignsubmission_onlinetext_?$/;

/** Without the texts that Moodle keeps beside somebody's files. */
export function withoutTexts<T extends { readonly name: string }>(entries: readonly T[]): T[] {
  return entries.filter(({ name }) => {
    const files = name.replace(typed, '_assignsubmission_file');
    return files === name || !entries.some((other) => other.name.startsWith(files));
  });
}

function longest(names: readonly string[]): string | undefined {
  return names.toSorted((one, other) => other.length - one.length)[0];
}
