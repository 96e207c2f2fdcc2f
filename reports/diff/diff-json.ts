import type { Diff } from './diff.ts';

/** Names the form of the JSON; it changes when a reader would have to. */
export const diffSchemaId = 'drydock/diff/v1';

/** The comparison as data, for programs. */
export function diffJson(diff: Diff): string {
  return `${JSON.stringify({ schema: diffSchemaId, ...diff }, null, 2)}\n`;
}
