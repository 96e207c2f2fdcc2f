import { describe, expect, it } from 'vitest';
import { refersTo } from './image-reference.ts';

const image = { id: `sha256:${'0123456789ab'.padEnd(64, 'c')}`, tags: ['node-run:3.0', 'plain:latest'] };

describe('refersTo', () => {
  it.each([
    'node-run:3.0',
    'docker.io/library/node-run:3.0',
    'plain',
    'plain:latest',
    '0123456789ab',
    image.id,
    'sha256:0123',
  ])('takes %s for the image', (typed) => {
    expect(refersTo(typed, image)).toBe(true);
  });

  it.each(['node-run', 'node-run:4.0', 'registry:5000/node-run:3.0', '012', '0124', ''])(
    'does not take %j for it',
    (typed) => {
      expect(refersTo(typed, image)).toBe(false);
    },
  );

  it('reads a port before a path as no tag', () => {
    expect(refersTo('localhost:5000/web', { id: 'sha256:0', tags: ['localhost:5000/web:latest'] })).toBe(
      true,
    );
  });
});
