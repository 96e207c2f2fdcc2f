import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Result } from '../../result.ts';
import { isStore, type ReadStoredOptions, readStored, type Stored } from '../../store/index.ts';
import { loadReading } from '../report/index.ts';

/** One grading of a class: a results folder, with what its run recorded, or files of results. */
export interface Grading extends Pick<Stored, 'roster' | 'run'> {
  readonly results: readonly Result[];
}

/**
 * Reads what was graded. Of a results folder, scores are as its course file and overrides make them, unless `options`
 * say otherwise.
 * @throws UsageError for what cannot be read: a comparison without it would tell of students who left
 */
export async function readGrading(path: string, cwd: string, options?: ReadStoredOptions): Promise<Grading> {
  const folder = resolve(cwd, path);
  const info = await stat(folder).catch(() => undefined);
  if (!info?.isDirectory() || !(await isStore(folder))) {
    const { readResults } = await loadReading();
    const { results } = await readResults([path], cwd);
    return { results, roster: undefined, run: undefined };
  }
  const { troubles, ...grading } = await readStored(folder, options);
  for (const { trouble } of troubles) throw trouble;
  return grading;
}
