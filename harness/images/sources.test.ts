import { expect, test } from 'vitest';
import { registryOf } from './sources.ts';

test.each([
  ['node:20', 'https://registry-1.docker.io'],
  ['library/node', 'https://registry-1.docker.io'],
  ['example.org/team/image:1', 'https://example.org'],
  ['example.org:5000/image', 'https://example.org:5000'],
  ['localhost/image', 'http://localhost'],
  ['127.0.0.1:5000/image', 'http://127.0.0.1:5000'],
])('%s is pulled from %s', (reference, registry) => {
  expect(registryOf(reference)).toBe(registry);
});
