import { expect, test } from 'vitest';
import { unsettled } from './unsettled.ts';

const reason = { code: 'WHICH_ASSIGNMENT', message: { ko: '', en: '' }, fault: 'operator' } as const;
const troubles = [
  { source: 'kim', student: 'kim', reason },
  { source: 'urls.csv:2', reason },
];

test('trouble that became a result is told by it', () => {
  const results = [{ student: 'kim', assignment: 'smoke' }];
  expect(unsettled({ troubles }, results, []).map(({ source }) => source)).toEqual(['urls.csv:2']);
  const other = [{ source: 'kim', student: 'kim', assignment: 'other', reason }];
  expect(unsettled({ troubles: other }, results, [])).toEqual(other);
});

test('trouble of an assignment that nobody knows, and of nobody, is not settled', () => {
  expect(unsettled({ troubles }, [], [])).toEqual(troubles);
  expect(unsettled({ troubles }, [], ['KIM'])).toEqual(troubles);
  expect(unsettled({ troubles }, [], ['lee']).map(({ source }) => source)).toEqual(['urls.csv:2']);
});
