import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GraderError } from '../errors.ts';
import { catalogOf, loadCatalog, withBases } from './catalog.ts';
import { buildFolder, recipesFolder } from './recipe.ts';

test('the catalog follows its schema and names kit recipes that exist', () => {
  const { images } = loadCatalog();
  expect(Object.keys(images)).toContain('node:20-alpine3.17');
  for (const { kit } of Object.values(images)) {
    if (kit) expect(existsSync(join(recipesFolder, 'kit', kit, 'assemble.sh'))).toBe(true);
  }
});

test('an image that the course builds starts from the image that its Dockerfile names', () => {
  const built = Object.values(loadCatalog().images).flatMap(({ build }) => build ?? []);
  expect(built).not.toEqual([]);
  for (const { context, from } of built) {
    const dockerfile = readFileSync(join(buildFolder(context), 'Dockerfile'), 'utf8');
    expect([...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base)).toEqual([from]);
  }
});

test('what an image is built from comes before it, once', () => {
  const expects = { run: [] };
  const title = { ko: 'ㄱ', en: 'a' };
  const built = (from: string) => ({ title, build: { context: 'x', from }, expects });
  const catalog = {
    ...loadCatalog(),
    images: { base: { title, expects }, middle: built('base'), top: built('middle') },
  };
  expect(withBases(['other', 'top', 'base'], catalog)).toEqual(['other', 'base', 'middle', 'top']);
  expect(withBases(['noderun:1.0'])).toEqual(['node:20-alpine3.17', 'noderun:1.0']);
});

test('every image promises something that can be checked', () => {
  for (const { expects } of Object.values(loadCatalog().images)) {
    expect(expects.run.length).toBeGreaterThan(0);
    for (const { prints } of expects.run) expect(new RegExp(prints).test('')).toBe(false);
  }
});

test('a mistake in the catalog is the author’s, with its place', () => {
  const good = structuredClone(loadCatalog());
  const mistakes: [unknown, string][] = [
    [{}, 'engine'],
    [{ ...good, engine: { ...good.engine, base: 7 } }, '/engine/base'],
    [{ ...good, images: { a: { title: { ko: 'ㄱ' }, expects: { run: [] } } } }, '/images/a/title'],
    [{ ...good, images: { a: { ...good.images['node:20-alpine3.17'], kit: '../x' } } }, '/images/a/kit'],
    [
      { ...good, images: { a: { ...good.images['noderun:1.0'], build: { context: 'x' } } } },
      '/images/a/build',
    ],
  ];
  for (const [json, place] of mistakes) {
    expect(() => catalogOf(json)).toThrow(GraderError);
    expect(() => catalogOf(json)).toThrow(place);
  }
});

test('a missing catalog says so', () => {
  expect(() => loadCatalog('/nonexistent')).toThrow(/nonexistent/);
});
