/** Reads JSON as Go's encoding/json fills a struct from it: the engine's view, written independently of the policy. */
import { type Node, parseTree } from 'jsonc-parser';

/** What fields hold after decoding; field names in the fold that Go compares them by. */
export type Decoded = string | number | boolean | null | Decoded[] | Map<string, Decoded>;

/** Go compares field names by Unicode simple folding: besides ASCII case, `ſ` is an s and `K` (Kelvin) a k. */
export function fold(name: string): string {
  return name.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase();
}

/** Later duplicates win; objects that come twice are merged, as in a struct that is filled twice. Undefined for no JSON. */
export function goDecode(text: string): Decoded | undefined {
  const tree = parseTree(text, undefined, { disallowComments: true });
  return tree && decoded(tree, undefined);
}

function decoded(node: Node, before: Decoded | undefined): Decoded {
  if (node.type === 'array') return (node.children ?? []).map((child) => decoded(child, undefined));
  if (node.type !== 'object') return node.value ?? before ?? null;
  const fields = before instanceof Map ? before : new Map<string, Decoded>();
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key && value) fields.set(fold(key.value), decoded(value, fields.get(fold(key.value))));
  }
  return fields;
}

/** A field, by the path of its names; null when there is none. */
export function field(value: Decoded | undefined, ...names: string[]): Decoded {
  let at = value;
  for (const name of names) at = at instanceof Map ? at.get(fold(name)) : undefined;
  return at ?? null;
}
