export {
  type Assignment,
  defaultLimits,
  type ExpectedFile,
  type Limits,
  loadAssignment,
  manifestName,
} from './assignment.ts';
export { type CoursePolicies, loadPolicies, policyFor } from './course.ts';
export { discoverAssignments } from './discovery.ts';
export { type Example, type Examples, examplesName, loadExamples } from './examples.ts';
export { type Expectation, loadExpectation } from './expectation.ts';
export { type FileFault, ManifestError } from './located-file.ts';
export { resultFaults } from './result-faults.ts';
export type { SchemaFault } from './schema-fault.ts';
export { compileSchema, schemaFaults } from './schemas.ts';
export { validateResult } from './validate-result.ts';
