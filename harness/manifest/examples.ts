import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Values } from '../text.ts';

/** A message as a real case was told it: the values that filled its template. */
export interface Example {
  /** `mutants/wrong-tag`. */
  case: string;
  check: string;
  values: Values;
}

/** Recorded examples of a grader's messages, by message id. */
export type Examples = Readonly<Record<string, Example>>;

/** The file in a grader's folder that `drydock verify --record` keeps. It changes no score. */
export const examplesName = 'examples.json';

/** The examples of a grader; none where nothing was recorded yet. */
export async function loadExamples(graderFolder: string): Promise<Examples> {
  const text = await readFile(join(graderFolder, examplesName), 'utf8').catch(() => '{}');
  return JSON.parse(text) as Examples;
}
