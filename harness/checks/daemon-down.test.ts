import { expect, test } from 'vitest';
import { CheckFailure, SandboxError } from '../errors.ts';
import { daemonDown } from './daemon-down.ts';

const text = { ko: '데몬', en: 'daemon' };
const failing = (error: Error) => ({ info: () => Promise.reject(error) });

test('tells how a daemon went down, and nothing of one that answers', async () => {
  const info = { serverVersion: '', loggingDriver: '', storageDriver: '', cgroupVersion: '' };
  expect(await daemonDown({ info: async () => info })).toBeUndefined();
  const stopped = new CheckFailure({ id: 'daemonStopped', text, values: {} }, 3);
  expect(await daemonDown(failing(stopped))).toEqual({ how: 'stopped', words: '', line: 3 });
  const failed = new CheckFailure({ id: 'daemonFailed', text, values: { words: 'bad' } }, 4);
  expect(await daemonDown(failing(failed))).toEqual({ how: 'failed', words: 'bad', line: 4 });
});

test('leaves the machine’s failures alone', async () => {
  const lost = new SandboxError({ code: 'ENGINE_LOST', message: text, hint: text });
  await expect(daemonDown(failing(lost))).rejects.toBe(lost);
});
