import { expect, test } from 'vitest';
import type { RunRecord } from '../../store/index.ts';
import { sourceOf } from './regrade-source.ts';

const run = (submissions: string, options: RunRecord['options'] = {}) =>
  ({ submissions, options }) as RunRecord;

test('a folder, with whose its folders were said to be', () => {
  expect(sourceOf(run('/class', { map: '/map.csv', repositories: null }), undefined, '/results')).toEqual({
    ...{ dir: '/class', map: '/map.csv', localRepositories: false },
  });
});

test('repositories, alone or beside a folder', () => {
  const options = { map: null, repositories: '/urls.csv', localRepositories: true };
  const listed = { gitUrls: '/urls.csv', localRepositories: true };
  expect(sourceOf(run('/results', options), undefined, '/results')).toEqual(listed);
  expect(sourceOf(run('/class', options), undefined, '/results')).toEqual({ dir: '/class', ...listed });
});

test('another folder in place of both, also where no run is known', () => {
  const options = { map: '/map.csv', repositories: '/urls.csv' };
  expect(sourceOf(run('/class', options), '/moved', '/results')).toEqual({ dir: '/moved', map: '/map.csv' });
  expect(sourceOf(undefined, '/moved', '/results')).toEqual({ dir: '/moved' });
  expect(sourceOf(undefined, undefined, '/results')).toBeUndefined();
});
