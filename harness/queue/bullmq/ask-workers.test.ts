import { expect, test } from 'vitest';
import { meant } from './ask-workers.ts';
import { versions } from './testing/simple-job.ts';

const own = { drydock: versions.drydock, graders: versions.graders };
const images = (id: string) => ({ ...versions, images: { 'alpine:3.17': `sha256:${id}` } });
const worker = (id: string, slots: number) => ({ versions: images(id), slots });

test('nobody is meant but workers of this course', () => {
  expect(meant([], own, undefined)).toBeUndefined();
  expect(meant([worker('1', 4)], { ...own, drydock: '2.0.0' }, undefined)).toBeUndefined();
  expect(meant([worker('1', 4)], { ...own, graders: { smoke: 'bbbb' } }, undefined)).toBeUndefined();
  expect(meant([worker('1', 4)], { ...own, graders: {} }, undefined)).toBeUndefined();
  expect(meant([worker('1', 4)], own, undefined)).toEqual(images('1'));
});

test('where workers differ, the larger part is meant, whoever comes first', () => {
  const class3 = [worker('1', 2), worker('2', 2), worker('1', 1)];
  expect(meant(class3, own, undefined)).toEqual(images('1'));
  expect(meant(class3.toReversed(), own, undefined)).toEqual(images('1'));
  const even = [worker('1', 2), worker('2', 2)];
  expect(meant(even, own, undefined)).toEqual(meant(even.toReversed(), own, undefined));
});

test('those that an earlier run stood on are meant as long as one is there', () => {
  const before = { images: images('2').images, engine: versions.engine };
  expect(meant([worker('1', 9), worker('2', 1)], own, before)).toEqual(images('2'));
  expect(meant([worker('1', 9)], own, before)).toEqual(images('1'));
  const none = { images: {}, engine: null };
  expect(meant([worker('1', 9), worker('2', 1)], own, none)).toEqual(images('1'));
});
