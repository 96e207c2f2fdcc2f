import { resolve } from 'node:path';
import type { RunRecord } from '../../store/index.ts';
import type { IntakeOptions } from '../../submissions/index.ts';

/** Where submissions are found again. */
export type Source = Pick<IntakeOptions, 'dir' | 'map' | 'gitUrls' | 'localRepositories'>;

/**
 * Where the submissions of an earlier run are: its folder, its repositories, and whose it was told that folders are.
 * Another folder, where one is given, stands for both. Undefined when nobody said anything.
 */
export function sourceOf(
  run: RunRecord | undefined,
  given: string | undefined,
  against: string,
): Source | undefined {
  const { map, repositories, localRepositories } = run?.options ?? {};
  const said = typeof map === 'string' ? { map } : {};
  if (given !== undefined) return { dir: given, ...said };
  if (run === undefined) return undefined;
  const listed = typeof repositories === 'string' ? { gitUrls: repositories } : {};
  // Where everything came by git there was no folder, and the record names the results' own.
  const dir =
    'gitUrls' in listed && resolve(run.submissions) === resolve(against) ? {} : { dir: run.submissions };
  return { ...dir, ...said, ...listed, localRepositories: localRepositories === true };
}
