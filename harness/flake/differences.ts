import type { FlakeRun } from './flake-run.ts';

/** One submission, graded alone and among many. */
export interface Pair {
  assignment: string;
  case: string;
  alone: FlakeRun['verdict'];
  among: FlakeRun['verdict'];
}

/** What differs between the two verdicts of each, a line for each check; a machine's failure is no verdict, so no difference. */
export function differences(pairs: readonly Pair[]): string[] {
  return pairs.flatMap(({ assignment, case: name, alone, among }) => {
    if (alone === null || among === null) return [];
    const ids = [...new Set([...Object.keys(alone), ...Object.keys(among)])];
    return ids
      .filter((id) => alone[id] !== among[id])
      .map(
        (id) =>
          `✗ ${assignment} ${name}: ${id}: alone ${alone[id] ?? 'absent'}, among many ${among[id] ?? 'absent'}`,
      );
  });
}
