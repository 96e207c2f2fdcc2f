import { expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';
import { withPatience } from './patience.ts';

it('makes times longer and leaves sizes and counts as they are', () => {
  const patient = withPatience(defaultLimits, 2.5);
  expect(patient).toEqual({ ...defaultLimits, startMs: 75_000, bootMs: 75_000 });
  expect(withPatience(defaultLimits, 1)).toEqual(defaultLimits);
});
