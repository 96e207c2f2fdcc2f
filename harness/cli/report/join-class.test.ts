import { expect, test } from 'vitest';
import { fullResult } from '../testing/some-results.ts';
import { joinClass } from './join-class.ts';

test('says which assignment was graded out of different points', () => {
  const older = fullResult({ student: 'kim', score: 60, max: 60 });
  expect(joinClass([older, fullResult()], undefined).notes).toEqual([
    expect.objectContaining({
      en: expect.stringContaining('`smoke` were graded out of different points (60, 100)'),
    }),
  ]);
  expect(joinClass([fullResult({ student: 'kim' }), fullResult()], undefined).notes).toEqual([]);
});
