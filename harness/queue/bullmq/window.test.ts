import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Window } from './window.ts';

test('a window has room for twice the slots, and for so many bytes', async () => {
  const window = new Window(1, 100);
  window.add('a', 10);
  let roomy = false;
  const room = window.room().then(() => {
    roomy = true;
  });
  await sleep(5);
  expect(roomy).toBe(false);
  window.fitTo(2);
  await room;
  window.add('big', 95);
  const small = window.room();
  window.remove('big');
  await small;
  window.remove('a');
  await window.empty();
});
