import { existsSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Assignment, type Expectation, loadExpectation } from '../manifest/index.ts';
import { caseNames } from './case-names.ts';

/** A submission whose verdict the author has said beforehand. */
export interface Case {
  kind: 'solution' | 'variant' | 'mutant' | 'starter' | 'empty';
  /** `solution`, `variants/retries`, `mutants/wrong-tag`, `starter`, `empty`. */
  name: string;
  /** The whole submission: the solution's files with the case's own over them. */
  folder: string;
  /** Of a mutant: what it must cost. Of a variant that gets advice: which. */
  expectation?: Expectation;
}

/** Lays cases of an assignment out as whole submissions below `target`. Throws GraderError for a bad expect.json. */
export async function layOutCases(
  assignment: Assignment,
  graderFolder: string,
  target: string,
  wanted: (name: string) => boolean = () => true,
): Promise<Case[]> {
  const names = (await caseNames(graderFolder)).filter(wanted);
  return Promise.all(names.map((name) => layOut(name, assignment, graderFolder, target)));
}

async function layOut(
  name: string,
  assignment: Assignment,
  graderFolder: string,
  target: string,
): Promise<Case> {
  const folder = join(target, name.replace('/', '-'));
  await mkdir(folder, { recursive: true });
  const lay = (source: string) => cp(source, folder, { recursive: true });
  if (name === 'empty') return { kind: 'empty', name, folder };
  if (name === 'starter') {
    await lay(join(assignment.folder, 'starter'));
    return { kind: 'starter', name, folder };
  }
  await lay(join(graderFolder, 'solution'));
  if (name === 'solution') return { kind: 'solution', name, folder };
  await lay(join(graderFolder, name));
  const kind = name.startsWith('variants/') ? 'variant' : 'mutant';
  if (kind === 'variant' && !existsSync(join(folder, 'expect.json'))) return { kind, name, folder };
  await rm(join(folder, 'expect.json'));
  return { kind, name, folder, expectation: await loadExpectation(join(graderFolder, name)) };
}
