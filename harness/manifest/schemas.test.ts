import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { schemaFaults, schemas } from './schemas.ts';

test.each(Object.entries(schemas))('the schema `%s` follows JSON Schema 2020-12', (_name, schema) => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  expect(() => ajv.compile(schema)).not.toThrow();
});

test('a schema that does not would be noticed', () => {
  const ajv = new Ajv2020();
  expect(ajv.validateSchema({ ...schemas.mutant, required: 'why' })).toBe(false);
});

test('a value that follows none of them has faults', () => {
  for (const name of ['assignment', 'course', 'mutant', 'result', 'run'] as const)
    expect(schemaFaults(name, {})).not.toEqual([]);
});
