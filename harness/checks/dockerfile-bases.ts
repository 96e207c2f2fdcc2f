/**
 * The images that a Dockerfile's `FROM` lines name, first to last; none when there is no file, or when a base is said
 * by a variable, which only the build knows.
 */
export function dockerfileBases(bytes: Buffer | undefined): string[] {
  const text = bytes?.toString('utf8') ?? '';
  const bases = [...text.matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)/gim)].map(([, base]) => base ?? '');
  return bases.some((base) => base.includes('$')) ? [] : bases;
}
