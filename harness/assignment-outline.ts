/** What has to be known of an assignment to find its submission. */
export interface AssignmentOutline {
  readonly slug: string;
  /** Names of the files it expects, relative to the submission's folder. */
  readonly files: readonly string[];
}

/**
 * Slugs of the assignments that a folder called `name` and holding `entries` may be a submission for: the one it is
 * named after, else those most of whose expected files it holds. None where nothing fits.
 */
export function assignmentsFitting(
  name: string,
  entries: readonly string[],
  assignments: readonly AssignmentOutline[],
): string[] {
  const named = assignments.filter(({ slug }) => slug === name);
  if (named.length > 0) return named.map(({ slug }) => slug);
  const top = new Set(entries);
  const share = ({ files }: AssignmentOutline) =>
    files.filter((file) => top.has(file.split('/')[0] ?? file)).length;
  const most = Math.max(0, ...assignments.map(share));
  return most === 0 ? [] : assignments.filter((outline) => share(outline) === most).map(({ slug }) => slug);
}
