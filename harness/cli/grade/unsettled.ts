import type { Result } from '../../result.ts';
import type { Intake, IntakeTrouble } from '../../submissions/index.ts';

/**
 * The troubles that no result tells of: nobody knows whose they are, or which assignment they are for. `chosen` are the
 * students that the run was for; all where it is empty.
 */
export function unsettled(
  { troubles }: Pick<Intake, 'troubles'>,
  results: readonly Pick<Result, 'student' | 'assignment'>[],
  chosen: readonly string[],
): IntakeTrouble[] {
  const wanted = new Set(chosen.map(folded));
  return troubles.filter(({ student, assignment }) => {
    if (student === undefined) return true;
    if (wanted.size > 0 && !wanted.has(folded(student))) return false;
    const own = results.filter((result) => folded(result.student) === folded(student));
    return !own.some((result) => (assignment ?? result.assignment) === result.assignment);
  });
}

function folded(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
