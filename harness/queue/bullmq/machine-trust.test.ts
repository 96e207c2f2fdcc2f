import { expect, test } from 'vitest';
import { MachineTrust } from './machine-trust.ts';

test('a machine loses trust by different jobs in a row that it was the first to fail', () => {
  const trust = new MachineTrust(3);
  for (const id of ['a', 'a', 'a', 'b']) trust.failed(id, true);
  for (const id of ['c', 'd', 'e']) trust.failed(id, false);
  expect(trust.lost).toBe(false);
  trust.graded();
  for (const id of ['f', 'g']) trust.failed(id, true);
  expect(trust.lost).toBe(false);
  trust.failed('h', true);
  expect(trust.lost).toBe(true);
  trust.pardon();
  expect([trust.lost, trust.pardoned]).toEqual([false, true]);
  trust.graded();
  expect(trust.pardoned).toBe(false);
});
