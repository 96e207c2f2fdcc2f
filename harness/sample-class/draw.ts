/** Draws that can be repeated: the same seed gives the same ones on every machine. */
export interface Draw {
  /** At least 0 and below 1. */
  number(): number;
  /** One of a list. Throws nothing; undefined for an empty one. */
  oneOf<T>(list: readonly T[]): T | undefined;
}

/** Starts with a seed, a whole number. The generator is mulberry32: 32 bits of state, far more than a class needs. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const number = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { number, oneOf: (list) => list[Math.floor(number() * list.length)] };
}
