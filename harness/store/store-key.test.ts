import { expect, test } from 'vitest';
import { storeKey } from './store-key.ts';

const parts = {
  submissionHash: `sha256:${'0'.repeat(64)}`,
  graderVersion: '1',
  images: { 'a:1': 'sha256:1', 'b:1': 'sha256:2' },
  engineVersion: '26.1.5',
};

test('the key depends on each part, and on nothing else', () => {
  const key = storeKey(parts);
  expect(key).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(storeKey({ ...parts, images: { 'b:1': 'sha256:2', 'a:1': 'sha256:1' } })).toBe(key);
  const others = [
    { ...parts, submissionHash: null },
    { ...parts, graderVersion: '2' },
    { ...parts, images: { 'a:1': 'sha256:1' } },
    { ...parts, images: { 'a:1': 'sha256:2', 'b:1': 'sha256:1' } },
    { ...parts, engineVersion: null },
  ];
  expect(new Set([key, ...others.map(storeKey)]).size).toBe(others.length + 1);
});
