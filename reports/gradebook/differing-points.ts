import type { Text } from '../../harness/text.ts';
import type { GradebookAssignment } from './gradebook.ts';

/**
 * One line for each assignment whose points changed while some of its results are from before: scores out of 60 and
 * out of 100 stand side by side then, and no sum or mean of them says anything.
 */
export function differingPoints(assignments: readonly GradebookAssignment[]): Text[] {
  return assignments.flatMap(({ id, maxima }) => {
    if (maxima.length < 2) return [];
    const points = maxima.join(', ');
    return [
      {
        ko: `\`${id}\` 과제의 결과가 서로 다른 만점(${points}점)으로 채점되어 있습니다. 모두 다시 채점해야 점수를 비교할 수 있습니다.`,
        en: `Results of \`${id}\` were graded out of different points (${points}). Grade all of them again, or their scores cannot be compared.`,
      },
    ];
  });
}
