import { createHash } from 'node:crypto';
import type { Result } from '../result.ts';

/** All that a verdict depends on. */
export type KeyParts = Pick<Result, 'submissionHash' | 'graderVersion' | 'images' | 'engineVersion'>;

/** `sha256:…` over what a verdict depends on: with the same key, grading again would find the same. */
export function storeKey({ submissionHash, graderVersion, images, engineVersion }: KeyParts): string {
  const sorted = Object.entries(images).sort(([one], [other]) => (one < other ? -1 : 1));
  const parts = JSON.stringify(['drydock/key/v1', submissionHash, graderVersion, sorted, engineVersion]);
  return `sha256:${createHash('sha256').update(parts).digest('hex')}`;
}
