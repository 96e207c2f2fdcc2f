import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Result } from '../result.ts';
// Imported as modules, so that the compiler carries them into `dist` and both trees find them.
import assignmentSchema from './schema/assignment-v1.schema.json' with { type: 'json' };
import courseSchema from './schema/course-v1.schema.json' with { type: 'json' };
import mutantSchema from './schema/mutant-v1.schema.json' with { type: 'json' };
import resultSchema from './schema/result-v1.schema.json' with { type: 'json' };
import runSchema from './schema/run-v1.schema.json' with { type: 'json' };
import { type SchemaFault, schemaFault } from './schema-fault.ts';

const options = { allErrors: true, verbose: true, allowUnionTypes: true };
/** Ours are proven by a test; to compile them takes a third of the time when they are not proven at each start, too. */
const ajv = new Ajv2020({ ...options, validateSchema: false, meta: false, code: { optimize: false } });

/** The published schemas, by the file's name without `-v1.schema.json`. Compiled once, when first used. */
export const schemas = {
  assignment: assignmentSchema,
  course: courseSchema,
  mutant: mutantSchema,
  result: resultSchema,
  run: runSchema,
};
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a value by a published schema; none when it is valid. */
export function schemaFaults(name: keyof typeof schemas, value: unknown): SchemaFault[] {
  const validate = compiled.get(name) ?? ajv.compile(schemas[name]);
  compiled.set(name, validate);
  return faultsFrom(validate, value);
}

/** A schema that an assignment brings along, ready to say what is wrong with a value. Throws what ajv throws. */
export function compileSchema(schema: object): (value: unknown) => SchemaFault[] {
  const validate = new Ajv2020(options).compile(schema);
  return (value) => faultsFrom(validate, value);
}

function faultsFrom(validate: ValidateFunction, value: unknown): SchemaFault[] {
  if (validate(value)) return [];
  // `oneOf` and `propertyNames` repeat what the errors inside them already say.
  const errors = (validate.errors ?? []).filter(
    ({ keyword }) => keyword !== 'oneOf' && keyword !== 'propertyNames',
  );
  return errors.map(schemaFault);
}

/** True for a value of the shape of `Result`, by its schema alone. */
export function isResultShaped(value: unknown): value is Result {
  return schemaFaults('result', value).length === 0;
}
