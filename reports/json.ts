import type { Result } from '../harness/result.ts';

/** The results as a JSON array of `drydock/result/v1`, as `--json` prints it: two spaces, a newline at the end. */
export function json(results: readonly Result[]): string {
  return `${JSON.stringify(results, null, 2)}\n`;
}
