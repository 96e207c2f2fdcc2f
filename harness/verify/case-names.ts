import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The names of all cases of a grader, in the order of its matrix: `solution`, `variants/retries`, `mutants/wrong-tag`… */
export async function caseNames(graderFolder: string): Promise<string[]> {
  const [variants, mutants] = await Promise.all([
    foldersIn(graderFolder, 'variants'),
    foldersIn(graderFolder, 'mutants'),
  ]);
  return ['solution', ...variants, ...mutants, 'starter', 'empty'];
}

/** The cases of one kind, sorted; none where the grader has no such folder yet. */
export async function foldersIn(graderFolder: string, kind: 'variants' | 'mutants'): Promise<string[]> {
  const entries = await readdir(join(graderFolder, kind), { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${kind}/${name}`)
    .sort();
}
