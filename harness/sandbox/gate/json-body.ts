/**
 * Strict JSON: what is read here and written again means one thing to every reader. Duplicate keys collapse into the last
 * one when the value is written; what other readers could take otherwise is refused.
 */
import type { Refusal, RefusalId } from './refusal.ts';

/** How deep a document may be nested. The deepest body Docker clients send has 6 levels. */
export const jsonDepth = 32;

export type JsonReading = { value: unknown; refusal: null } | { value: null; refusal: Refusal };

const refused = (id: RefusalId, what: string): JsonReading => ({ value: null, refusal: { id, what } });

/** Reads a document from bytes: UTF-8 without a byte order mark. No bytes at all read as undefined. */
export function readJson(bytes: Buffer): JsonReading {
  if (bytes.length === 0) return { value: undefined, refusal: null };
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return refused('json-encoding', 'a JSON body that is not UTF-8');
  }
}

/** Reads a document from text, as in the query values that hold JSON. */
export function parseJson(source: string): JsonReading {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return refused('json-syntax', 'a body that is not valid JSON');
  }
  const what = oddity(value, 0);
  return what === null ? { value, refusal: null } : refused('json-form', what);
}

/** What in a value could be read in two ways: numbers beyond 2^53, halves of surrogate pairs, `__proto__`, great depth. */
function oddity(value: unknown, depth: number): string | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : 'text that is not valid Unicode';
  if (typeof value === 'number') {
    return Number.isSafeInteger(value)
      ? null
      : `the number ${value}, which is not a whole number below 2^53,`;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= jsonDepth) return `JSON nested deeper than ${jsonDepth} levels`;
  for (const [key, item] of Object.entries(value)) {
    if (key === '__proto__' || !key.isWellFormed()) return `the JSON key ${JSON.stringify(key)}`;
    const found = oddity(item, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
