import { basketsFromPairs, type Baskets } from '../../src/mining/baskets.ts';

/** Shapes of made-up baskets; the same shape gives the same baskets. */
export interface Shape {
  baskets: number;
  items: number;
  /** The mean number of lines of a basket. */
  lines: number;
  /** Groups of items that tend to be bought together; a basket draws half of its lines from one of them. */
  groups: number;
  /** How uneven the popularity of items is: 1 is even, 3 has a long tail. */
  tail: number;
}

/** Sparse baskets, as a shop has them. */
export function shopBaskets({ baskets, items, lines, groups, tail }: Shape): Baskets {
  const random = generator(19930526);
  const draw = () => Math.floor(random() ** tail * items);
  const bundles = Array.from({ length: groups }, () => Array.from({ length: 2 + pick(random, 6) }, draw));
  const basket: number[] = [];
  const item: number[] = [];
  for (let b = 0; b < baskets; b++) {
    const size = 1 + pick(random, 2 * lines - 1);
    const bundle = bundles[Math.floor(random() ** 2 * groups)]!;
    for (let line = 0; line < size; line++) {
      basket.push(b);
      item.push(random() < 0.5 ? bundle[pick(random, bundle.length)]! : draw());
    }
  }
  return basketsFromPairs(Int32Array.from(basket), Int32Array.from(item));
}

/** Dense rows: each holds one of a few values of every attribute, mostly the usual one of its class, as in a survey. */
export function denseBaskets(rows: number, attributes: number, values: number): Baskets {
  const random = generator(19870427);
  const classes = Array.from({ length: 6 }, () =>
    Array.from({ length: attributes }, () => Math.floor(random() ** 3 * values)),
  );
  const basket: number[] = [];
  const item: number[] = [];
  for (let row = 0; row < rows; row++) {
    const usual = classes[pick(random, classes.length)]!;
    for (let attribute = 0; attribute < attributes; attribute++) {
      const value = random() < 0.8 ? usual[attribute]! : pick(random, values);
      basket.push(row);
      item.push(attribute * values + value);
    }
  }
  return basketsFromPairs(Int32Array.from(basket), Int32Array.from(item));
}

function pick(random: () => number, below: number): number {
  return Math.floor(random() * below);
}

/** Numbers in [0, 1) from a seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
