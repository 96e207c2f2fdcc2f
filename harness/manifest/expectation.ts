import { join } from 'node:path';
import { readLocated } from './located-file.ts';

/** What one mistake must cost: `expect.json` of a mutant, schema `mutant-v1`. */
export interface Expectation {
  /** The mistake, in one sentence. */
  why: string;
  /** Every check that fails, with the id of the message it says; blocked checks are not listed. */
  checks: Record<string, string>;
  score: number;
}

/**
 * Loads `expect.json` of a mutant's folder.
 * @throws GraderError with every mistake as `path:line:column: what is wrong, what was expected`
 */
export async function loadExpectation(folder: string): Promise<Expectation> {
  const { why, checks, score } = (await readLocated(join(folder, 'expect.json'), 'mutant')) as Expectation;
  return { why, checks, score };
}
