import { expect, test } from 'vitest';
import { enginePackages, engineReference, fingerprint, kitVersion } from './recipe.ts';

test('a fingerprint depends on names and contents, not on their order', () => {
  const files = [
    ['a', '1'],
    ['b', '2'],
  ] as const;
  const first = fingerprint(new Map(files));
  expect(first).toMatch(/^[0-9a-f]{12}$/);
  expect(fingerprint(new Map(files.toReversed()))).toBe(first);
  expect(fingerprint(new Map([['a', '1']]))).not.toBe(first);
  expect(
    fingerprint(
      new Map([
        ['a', '12'],
        ['b', ''],
      ]),
    ),
  ).not.toBe(first);
  expect(
    fingerprint(
      new Map([
        ['a', '2'],
        ['b', '1'],
      ]),
    ),
  ).not.toBe(first);
});

test('the engine image and the stand-ins have stable versions', () => {
  expect(engineReference()).toMatch(/^drydock\/engine:[0-9a-f]{12}$/);
  expect(engineReference()).toBe(engineReference());
  expect(kitVersion('node')).toMatch(/^[0-9a-f]{12}$/);
});

test('the package list is one package a line, in order', () => {
  const packages = enginePackages();
  expect(packages).toEqual(packages.toSorted());
  expect(packages).toContain('docker.io');
  for (const name of packages) expect(name).toMatch(/^[a-z0-9][a-z0-9.+-]+$/);
});
