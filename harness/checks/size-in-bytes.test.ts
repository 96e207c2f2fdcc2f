import { expect, test } from 'vitest';
import { sizeInBytes } from './size-in-bytes.ts';

test.each([
  ['30m', 30_000_000],
  ['30M', 30_000_000],
  ['30mb', 30_000_000],
  ['30 MiB', 30_000_000],
  ['30000k', 30_000_000],
  ['30000000', 30_000_000],
  ['0.5k', 500],
  ['30k', 30_000],
])('%s is %i bytes', (text, bytes) => expect(sizeInBytes(text)).toBe(bytes));

test.each(['', 'm', '-1', '30x', '30 m m'])('%j is no size', (text) =>
  expect(sizeInBytes(text)).toBeUndefined(),
);
