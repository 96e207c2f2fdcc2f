import { expect, test } from 'vitest';
import { loadExpectation } from './expectation.ts';
import { rejection, scratchFolder } from './testing/manifest.ts';

test('says what a mistake must cost', async () => {
  const expectation = { why: 'EXPOSE 6006', checks: { expose: 'wrongPort' }, score: 95 };
  await using folder = await scratchFolder({
    'expect.json': JSON.stringify({ $schema: 'x', ...expectation }),
  });
  expect(await loadExpectation(folder.path)).toEqual(expectation);
});

test('reports every mistake where it is', async () => {
  const text =
    '{\n  "why": "",\n  "check": { "expose": "x" },\n  "checks": { "Expose": "Wrong port" },\n  "score": 9.5\n}';
  await using folder = await scratchFolder({ 'expect.json': text });
  const error = await rejection(loadExpectation(folder.path));
  expect(String(error).replaceAll(folder.path, '').split('\n')).toEqual([
    'GraderError: /expect.json:2:10: `why` must be filled in, found ""',
    '/expect.json:3:3: `check` is not a known key; did you mean `checks`?',
    '/expect.json:4:15: `checks.Expose` must be written like "image-built", found "Expose"',
    '/expect.json:4:25: `checks.Expose` must be written like "noImage", found "Wrong port"',
    '/expect.json:5:12: `score` must be a whole number, found 9.5',
  ]);
});

test('a mutant that costs nothing is none', async () => {
  await using folder = await scratchFolder({ 'expect.json': '{ "why": "x", "checks": {}, "score": 1 }' });
  expect(String(await rejection(loadExpectation(folder.path)))).toContain('`checks` must be filled in');
});
