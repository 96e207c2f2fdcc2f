import { expect, test } from 'vitest';
import { logFilesOf } from './log-file.ts';

test('a listing is taken apart, the file that is written first', () => {
  const listing = 'found\n5 x-json.log.10\0' + '7 x-json.log\0' + '3 x-json.log.2.gz\0' + '9 x-json.log.1\0';
  expect(logFilesOf(Buffer.from(listing))).toEqual([
    { rotation: 0, compressed: false, sizeBytes: 7 },
    { rotation: 1, compressed: false, sizeBytes: 9 },
    { rotation: 2, compressed: true, sizeBytes: 3 },
    { rotation: 10, compressed: false, sizeBytes: 5 },
  ]);
});

test('other files are none of them, and no listing is none', () => {
  expect(logFilesOf(Buffer.from('found\n1 x-json.log.1.gz.tmp\0' + '2 config.v2.json\0'))).toEqual([]);
  expect(logFilesOf(Buffer.from('found\n'))).toEqual([]);
  expect(logFilesOf(Buffer.from(''))).toBeUndefined();
});
