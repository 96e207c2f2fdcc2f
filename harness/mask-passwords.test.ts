import { expect, test } from 'vitest';
import { maskPasswords } from './mask-passwords.ts';

test.each([
  ['redis://:s3cret@queue.example:6379/2', 'redis://:***@queue.example:6379/2'],
  ['see rediss://kim:p@ss:w/rd@queue.example now', 'see rediss://kim:***@queue.example now'],
  ["unknown option '--qeue=redis://:s3cret@q.example'", "unknown option '--qeue=redis://:***@q.example'"],
  ['redis://queue.example:6379', 'redis://queue.example:6379'],
  ['kim@queue.example: no password here', 'kim@queue.example: no password here'],
])('%s', (text, masked) => {
  expect(maskPasswords(text)).toBe(masked);
});
