/** Keeps the layout: who may import whom, how long a file may be, what must not be left in one. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  codeFaults,
  importFaults,
  lineCount,
  machineFaults,
  median,
  medianBudget,
  parseSource,
  shapeFaults,
  sharedCodes,
} from './architecture/index.ts';

const root = join(import.meta.dirname, '..');
const notOurs = /^(node_modules|dist|coverage|\.git|\.drydock)$/;
/** Submissions are written as students write; they keep no rule of ours. */
const submission =
  /^((graders\/[^/]+|harness\/scaffold\/template\/grader)\/(solution|variants|mutants)|(assignments\/[^/]+|harness\/scaffold\/template\/assignment)\/starter)\//;

const paths = (await filesBelow('')).filter((path) => !submission.test(path));
const files = await Promise.all(
  paths
    .filter((path) => path !== 'package-lock.json' && !/\.(tar|gz|png)$/.test(path))
    .map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })),
);
const sources = files
  .filter(({ path }) => path.endsWith('.ts'))
  .map(({ path, text }) => parseSource(path, text));
const code = files.filter(({ path, text }) => /\.(ts|sh)$/.test(path) || text.startsWith('#!'));
const product = sources.filter(({ path }) => !/\.test(-support)?\.ts$|\/testing\//.test(path));

test('there is code to look at', () => {
  expect(product.length).toBeGreaterThan(100);
  expect(sources.flatMap(({ imports }) => imports)).toContain('harness/text.ts');
});

test('files import only what their place in the layout allows', () => {
  expect(sources.flatMap(importFaults)).toEqual([]);
});

test('code files are short, and named after what they hold', () => {
  expect(code.flatMap(({ path, text }) => shapeFaults(path, text))).toEqual([]);
});

test('the median file stays small', () => {
  expect(median(product.map(({ text }) => lineCount(text)))).toBeLessThanOrEqual(medianBudget);
});

test('nothing is left over: no default exports, no notes to self, no tests that do not run', () => {
  expect(sources.flatMap(codeFaults)).toEqual([]);
});

test('no file names a folder or a host of the machine it was written on', () => {
  expect(files.flatMap(({ path, text }) => machineFaults(path, text))).toEqual([]);
});

test('every error code has one place', () => {
  expect(sharedCodes(product)).toEqual([]);
});

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { withFileTypes: true });
  const found = entries
    .filter(({ name }) => !notOurs.test(name))
    .map((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : entry.isFile() ? [path] : [];
    });
  return (await Promise.all(found)).flat();
}
