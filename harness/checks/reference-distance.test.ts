import { describe, expect, it } from 'vitest';
import { referenceDistance } from './reference-distance.ts';

const far = Number.POSITIVE_INFINITY;

describe('referenceDistance', () => {
  it.each([
    ['noderun:1.0', 0],
    ['docker.io/library/noderun:1.0', 0],
    ['nodrun:1.0', 1],
    ['node-run:1.0', 1],
    ['noderun:v1.0', 1],
    ['noderun:1.O', 1],
    ['noderun:latest', 1],
    ['noderun', 1],
    ['nodrun:v1.0', 2],
    ['kim/noderun:1.0', 1],
    ['noderun:1', 1],
    ['noderun:v1', 1],
    ['noderun1', 1],
    ['noderun:2', 2],
    ['noderun:final-version', 2],
    ['noderun-1.0:latest', 1],
    ['noderun1.0', 1],
    ['web:1.0', far],
    ['node:20-alpine3.17', far],
    ['noderun/web:1.0', far],
    ['localhost:5000/noderun:1.0', 1],
  ])('takes %s for noderun:1.0 at a distance of %d', (found, letters) => {
    expect(referenceDistance('noderun:1.0', found)).toBe(letters);
  });

  it('takes the plain name for a wanted one without a tag', () => {
    expect(referenceDistance('noderun', 'noderun:latest')).toBe(0);
    expect(referenceDistance('noderun:latest', 'Noderun:latest')).toBe(0);
  });
});
