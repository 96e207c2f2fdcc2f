export { ResultStore } from './result-store.ts';
export { type KeyParts, storeKey } from './store-key.ts';
export { type OnTrouble, StoredResults } from './stored-results.ts';
