/** A stream of uniform numbers in [0, 1); the same seed, a whole number, gives the same stream on every machine. */
export type Random = () => number;

/**
 * The generator mulberry32 of Tommy Ettinger: one 32-bit word of state, which is enough for the few million draws of a
 * resampling and costs next to nothing.
 */
export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Puts the elements into a random order, all orders equally likely (Fisher and Yates). */
export function shuffle(elements: Int32Array, random: Random): Int32Array {
  for (let i = elements.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = elements[i]!;
    elements[i] = elements[j]!;
    elements[j] = kept;
  }
  return elements;
}
