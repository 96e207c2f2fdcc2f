import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { json } from './json.ts';
import { adjustedClass } from './testing/adjusted-class.ts';
import { classResults } from './testing/class-results.ts';
import { nastyResults } from './testing/nasty-results.ts';

test('is a JSON array that reads back as what was written', () => {
  expect(JSON.parse(json(nastyResults()))).toEqual(nastyResults());
  expect(json([])).toBe('[]\n');
});

test('is the same text every time', () => {
  expect(json(nastyResults())).toBe(json(nastyResults()));
});

test('follows the published schema', async () => {
  const schema = new URL('../harness/manifest/schema/result-v1.schema.json', import.meta.url);
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  const validate = ajv.compile(JSON.parse(await readFile(schema, 'utf8')));
  for (const result of JSON.parse(json([...nastyResults(), ...classResults(), ...adjustedClass()]))) {
    validate(result);
    expect(validate.errors ?? []).toEqual([]);
  }
});
