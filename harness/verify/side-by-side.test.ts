import { expect, it } from 'vitest';
import { sideBySide } from './side-by-side.ts';

const never = new AbortController().signal;

it('keeps the order of the items, whatever ends first, and the bound', async () => {
  let running = 0;
  let most = 0;
  const made = await sideBySide([30, 1, 10, 1], 2, never, async (ms) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, ms));
    running -= 1;
    return ms * 2;
  });
  expect(made).toEqual([60, 2, 20, 2]);
  expect(most).toBe(2);
});

it('aborts the others when one throws, waits for them, and throws the first', async () => {
  let cleared = false;
  const ran: number[] = [];
  const work = sideBySide([1, 2, 3], 2, never, async (item, signal) => {
    ran.push(item);
    if (item === 1) throw new RangeError('first');
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    cleared = true;
    throw signal.reason;
  });
  await expect(work).rejects.toThrow('first');
  expect({ cleared, ran }).toEqual({ cleared: true, ran: [1, 2] });
});

it('begins nothing after an abort, and throws its reason', async () => {
  const stop = new AbortController();
  const ran: number[] = [];
  const work = sideBySide([1, 2, 3], 1, stop.signal, async (item) => {
    ran.push(item);
    stop.abort(new RangeError('enough'));
  });
  await expect(work).rejects.toThrow('enough');
  expect(ran).toEqual([1]);
});
