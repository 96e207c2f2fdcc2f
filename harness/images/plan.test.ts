import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { chainIds, namesOf, planPaths, repositoriesOf, slugOf, withTag } from './plan.ts';

const id = (letter: string) => `sha256:${letter.repeat(64)}`;

test('a slug is a file name', () => {
  expect(slugOf('node:20-alpine3.17')).toBe('node_20-alpine3.17');
  expect(slugOf('localhost:5000/a/b@sha256:0f')).toBe('localhost_5000_a_b_sha256_0f');
  expect(slugOf('../../etc/passwd')).not.toContain('/');
});

test.each([
  ['alpine', 'alpine:latest'],
  ['node:20', 'node:20'],
  ['localhost:5000/node', 'localhost:5000/node:latest'],
  [`node@${id('a')}`, `node@${id('a')}`],
])('%s has the tag of %s', (reference, tagged) => {
  expect(withTag(reference)).toBe(tagged);
});

test('chain ids follow the image specification', () => {
  const second = createHash('sha256')
    .update(`${id('a')} ${id('b')}`)
    .digest('hex');
  const third = createHash('sha256')
    .update(`sha256:${second} ${id('c')}`)
    .digest('hex');
  expect(chainIds([id('a'), id('b'), id('c')])).toEqual(['a'.repeat(64), second, third]);
  expect(chainIds([])).toEqual([]);
});

test('a plan holds metadata of every layer and no contents', () => {
  const paths = planPaths(id('f'), [
    { chainId: 'c1', directory: 'd1', link: 'L1' },
    { chainId: 'c2', directory: 'd2', link: 'L2' },
  ]);
  expect(paths).toContain(`image/overlay2/imagedb/content/sha256/${'f'.repeat(64)}`);
  for (const layer of [1, 2]) {
    expect(paths).toContain(`image/overlay2/layerdb/sha256/c${layer}`);
    expect(paths).toContain(`overlay2/l/L${layer}`);
    expect(paths).toContain(`overlay2/d${layer}/link`);
    expect(paths).toContain(`overlay2/d${layer}/lower?`);
  }
  expect(paths.some((path) => path.includes('diff'))).toBe(false);
});

test('an engine is told the names of its own images alone', () => {
  const all = {
    Repositories: {
      node: {
        'node:20-alpine3.17': id('a'),
        'node:18': id('b'),
        [`node@${id('d')}`]: id('a'),
        [`node@${id('e')}`]: id('b'),
      },
      alpine: { 'alpine:latest': id('c') },
    },
  };
  const node = namesOf(all, 'node:20-alpine3.17', id('a'));
  expect(node).toEqual({ node: { 'node:20-alpine3.17': id('a'), [`node@${id('d')}`]: id('a') } });
  expect(namesOf(all, 'alpine', id('c'))).toEqual({ alpine: { 'alpine:latest': id('c') } });
  expect(namesOf(all, 'node:18', id('a'))).toEqual({});
  const other = namesOf(all, 'node:18', id('b'));
  expect(repositoriesOf([{ names: node }, { names: other }])).toEqual({
    Repositories: { node: all.Repositories.node },
  });
  expect(repositoriesOf([])).toEqual({ Repositories: {} });
});
