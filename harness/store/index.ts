export { type Adjusting, adjusted } from './adjusted.ts';
export type { KnownAssignment, KnownCourse } from './known-course.ts';
export { type Overrides, readOverrides } from './overrides.ts';
export { type ReadStoredOptions, readStored, type Stored } from './read-stored.ts';
export { ResultStore } from './result-store.ts';
export { type RunRecord, readRun, runSchemaId, writeRun } from './run-record.ts';
export { safeName, sameName } from './safe-name.ts';
export { type KeyParts, storeKey } from './store-key.ts';
export { isStore, type OnTrouble, StoredResults } from './stored-results.ts';
