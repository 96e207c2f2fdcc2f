import { expect, test } from 'vitest';
import { versions } from './testing/simple-job.ts';
import { fingerprintOf, versionDifferences } from './versions.ts';

test('versions are alike in any order, and differ with each part', () => {
  const other = {
    ...versions,
    graders: { smoke: 'bbbb' },
    images: { ...versions.images, 'nginx:1': 'sha256:2222' },
  };
  const reordered = {
    engine: versions.engine,
    images: versions.images,
    graders: versions.graders,
    drydock: '1.0.0',
  };
  expect(fingerprintOf(reordered)).toBe(fingerprintOf(versions));
  expect(fingerprintOf(other)).not.toBe(fingerprintOf(versions));
  expect(versionDifferences(versions, other)).toEqual([
    'grader smoke: aaaaaaaaaaaa here, bbbb there',
    'image nginx:1: none here, 2222 there',
  ]);
});
