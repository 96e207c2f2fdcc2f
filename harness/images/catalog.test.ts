import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GraderError } from '../errors.ts';
import { catalogOf, loadCatalog } from './catalog.ts';
import { recipesFolder } from './recipe.ts';

test('the catalog follows its schema and names kit recipes that exist', () => {
  const { images } = loadCatalog();
  expect(Object.keys(images)).toContain('node:20-alpine3.17');
  for (const { kit } of Object.values(images)) {
    if (kit) expect(existsSync(join(recipesFolder, 'kit', kit, 'assemble.sh'))).toBe(true);
  }
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
  ];
  for (const [json, place] of mistakes) {
    expect(() => catalogOf(json)).toThrow(GraderError);
    expect(() => catalogOf(json)).toThrow(place);
  }
});

test('a missing catalog says so', () => {
  expect(() => loadCatalog('/nonexistent')).toThrow(/nonexistent/);
});
