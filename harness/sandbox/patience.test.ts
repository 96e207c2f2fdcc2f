import { expect, it } from 'vitest';
import { defaultLimits } from './limits.ts';
import { withPatience } from './patience.ts';

it('makes times longer and leaves sizes and counts as they are', () => {
  const patient = withPatience(defaultLimits, 2.5);
  expect(patient).toEqual({ ...defaultLimits, bootMs: defaultLimits.bootMs * 2.5 });
  expect(withPatience(defaultLimits, 1)).toEqual(defaultLimits);
});
