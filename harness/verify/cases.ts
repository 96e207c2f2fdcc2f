import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Assignment, type Expectation, loadExpectation } from '../manifest/index.ts';

/** A submission whose verdict the author has said beforehand. */
export interface Case {
  kind: 'solution' | 'variant' | 'mutant' | 'starter' | 'empty';
  /** `solution`, `variants/retries`, `mutants/wrong-tag`, `starter`, `empty`. */
  name: string;
  /** The whole submission: the solution's files with the case's own over them. */
  folder: string;
  /** Of a mutant: what it must cost. */
  expectation?: Expectation;
}

/** Lays all cases of an assignment out as whole submissions below `target`. Throws GraderError for a bad expect.json. */
export async function layOutCases(
  assignment: Assignment,
  graderFolder: string,
  target: string,
): Promise<Case[]> {
  const solution = join(graderFolder, 'solution');
  const lay = async (kind: Case['kind'], name: string, ...sources: string[]): Promise<Case> => {
    const folder = join(target, name.replace('/', '-'));
    await mkdir(folder, { recursive: true });
    for (const source of sources) await cp(source, folder, { recursive: true });
    if (kind !== 'mutant') return { kind, name, folder };
    await rm(join(folder, 'expect.json'), { force: true });
    return { kind, name, folder, expectation: await loadExpectation(join(graderFolder, name)) };
  };
  const [variants, mutants] = await Promise.all(
    ['variants', 'mutants'].map((kind) => names(join(graderFolder, kind))),
  );
  return Promise.all([
    lay('solution', 'solution', solution),
    ...(variants ?? []).map((name) =>
      lay('variant', `variants/${name}`, solution, join(graderFolder, 'variants', name)),
    ),
    ...(mutants ?? []).map((name) =>
      lay('mutant', `mutants/${name}`, solution, join(graderFolder, 'mutants', name)),
    ),
    lay('starter', 'starter', join(assignment.folder, 'starter')),
    lay('empty', 'empty'),
  ]);
}

async function names(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}
