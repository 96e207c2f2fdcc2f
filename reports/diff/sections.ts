import type { Text } from '../../harness/text.ts';
import type { CauseKind, Change } from './change.ts';
import { wording } from './wording.ts';

export type SectionName = 'unexplained' | 'machine' | 'grader' | 'submission' | 'adjustments' | 'absent';

/** Changes of one kind, with what a reader should make of them. */
export interface Section {
  name: SectionName;
  title: Text;
  hint: Text;
  changes: readonly Change[];
}

/** The order in which they are read: what nobody can explain first, what is only there on one side last. */
const order: readonly SectionName[] = [
  ...(['unexplained', 'machine', 'grader', 'submission'] as const),
  ...(['adjustments', 'absent'] as const),
];

/** The changes in sections, without the empty ones. Each change is in one section alone. */
export function sectionsOf(changes: readonly Change[]): Section[] {
  const byName = Map.groupBy(changes, sectionOf);
  return order
    .map((name) => ({ name, ...wording.sections[name], changes: byName.get(name) ?? [] }))
    .filter((section) => section.changes.length > 0);
}

function sectionOf({ causes }: Change): SectionName {
  const has = (...kinds: CauseKind[]) => causes.some(({ kind }) => kinds.includes(kind));
  if (has('absent')) return 'absent';
  if (has('machine')) return 'machine';
  if (has('unexplained')) return 'unexplained';
  // Where the submission changed too, nobody can say which of the two it was: the student's part comes first.
  if (has('submission')) return 'submission';
  if (has('grader', 'images', 'engine')) return 'grader';
  return 'adjustments';
}
