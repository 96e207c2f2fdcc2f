import { expect, test } from 'vitest';
import type { Result } from '../../result.ts';
import { fullResult } from '../testing/some-results.ts';
import { settle } from './settle.ts';

const reason = (en: string) => ({ code: 'X', message: { ko: '', en } });
const broken = fullResult({ outcome: 'invalid', score: 0, reason: reason('The archive is damaged.') });
const failed = fullResult({ outcome: 'error', score: null, reason: reason('No engine.') });

async function kept(before: Result | undefined, onlyErrors: boolean): Promise<Result[]> {
  const put: Result[] = [];
  const store = { current: async () => before, put: async (result: Result) => void put.push(result) };
  await settle(store, broken, onlyErrors);
  return put;
}

test.each([
  ['nothing', undefined, false, [broken]],
  ['a score', fullResult(), false, [broken]],
  ['the same', { ...broken, startedAt: '2026-01-01T00:00:00.000Z' }, false, []],
  ['nothing, and only errors are wanted', undefined, true, []],
  ['a score, and only errors are wanted', fullResult(), true, []],
  ['an error, and only errors are wanted', failed, true, [broken]],
])('where there was %s before', async (_title, before, onlyErrors, put) => {
  expect(await kept(before, onlyErrors)).toEqual(put);
});
