import { expect, test } from 'vitest';
import { classResults } from '../testing/class-results.ts';
import { plainResult } from '../testing/nasty-results.ts';
import { assignmentFigures, hardestChecks, median } from './class-figures.ts';

test('an assignment is told by its outcomes and scores; one without a score is in no mean', () => {
  expect(assignmentFigures(classResults())).toEqual([
    {
      id: 'build-noderun',
      title: expect.objectContaining({ en: expect.any(String) }),
      ...{ graded: 2, missing: 1, invalid: 0, errors: 1, full: 1 },
      mean: (30 + 0 + 100) / 3,
      median: 30,
      distribution: [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1],
    },
  ]);
});

test('an assignment that nobody has a score for has no mean', () => {
  const broken = plainResult({ outcome: 'error', score: null });
  expect(assignmentFigures([broken])).toMatchObject([{ mean: null, median: null, errors: 1 }]);
});

test('the checks that fail most come first, those that never fail not at all', () => {
  const hardest = hardestChecks([...classResults(), ...classResults()]);
  expect(hardest.map(({ failed }) => failed)).toEqual([2, 2]);
  expect(hardest[0]).toMatchObject({ assignment: 'build-noderun', of: 4 });
});

test('the median of an even number lies between the two in the middle', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBeNull();
});
