import { expect, test } from 'vitest';
import { Breaker } from './breaker.ts';

test('a breaker ends what is awaited, however long it would take', async () => {
  const breaker = new Breaker();
  const forever = breaker.guard(new Promise(() => undefined));
  breaker.trip(new RangeError('over'));
  breaker.trip(new RangeError('later'));
  await expect(forever).rejects.toThrow('over');
  await expect(breaker.guard(Promise.resolve(1))).rejects.toThrow('over');
});
