import type { Text } from '../../harness/text.ts';
import type { Movement } from './change.ts';
import type { Diff } from './diff.ts';
import { wording } from './wording.ts';

/** One figure of a comparison. */
export interface Count {
  name: Text;
  count: number;
  kind: Movement | 'pairs' | 'unchanged';
}

const always: readonly string[] = ['pairs', 'unchanged', 'raised', 'lowered'];

/** The figures of a comparison in the order in which they are read; those that are zero and rare are left out. */
export function countsOf({ changes, unchanged, movements }: Diff): Count[] {
  const moved = (Object.entries(wording.movements) as [Movement, Text][]).map(
    ([kind, name]): Count => ({ kind, name, count: movements[kind] }),
  );
  const all: Count[] = [
    { kind: 'pairs', name: wording.pairs, count: changes.length + unchanged },
    { kind: 'unchanged', name: wording.unchanged, count: unchanged },
    ...moved,
  ];
  return all.filter(({ kind, count }) => count > 0 || always.includes(kind));
}
