/**
 * So many of the items, in an order that a seed alone decides: each once before any comes again, so that a class of any
 * size is as mixed as can be. Mulberry32, a generator of 32 bits, gives each a place.
 */
export function draw<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const random = mulberry32(seed);
  const drawn: Item[] = [];
  while (drawn.length < count && items.length > 0) drawn.push(...shuffled(items, random));
  return drawn.slice(0, count);
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const keyed = items.map((item) => [random(), item] as const);
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item);
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
