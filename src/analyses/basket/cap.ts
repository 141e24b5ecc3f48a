import type { Pairs } from '../../mining/work.ts';

/** Baskets without those too large to say what goes together, and how many of which kind there are. */
export interface Capped {
  pairs: Pairs;
  /** The baskets kept, numbered anew from 0 in the same order. */
  basketCount: number;
  /** How many of them hold two items or more. */
  several: number;
  /** How many baskets were left out because they hold more than `cap` items. */
  over: number;
}

/**
 * Leaves out the baskets of more than `cap` items; the pairs must be sorted by basket and item, each pair once. Of items from the
 * code `above` on, the categories above products, a basket does not come to hold several.
 */
export function withoutLarge({ basket, item }: Pairs, cap: number, above = Infinity): Capped {
  const kept: Pairs = { basket: new Int32Array(basket.length), item: new Int32Array(item.length) };
  let size = 0;
  let basketCount = 0;
  let several = 0;
  let over = 0;
  for (let start = 0, end = 0; start < basket.length; start = end) {
    while (end < basket.length && basket[end] === basket[start]) end++;
    if (end - start > cap) {
      over++;
      continue;
    }
    kept.item.set(item.subarray(start, end), size);
    kept.basket.fill(basketCount, size, size + end - start);
    size += end - start;
    basketCount++;
    if (end - start > 1 && item[start + 1]! < above) several++;
  }
  const pairs = { basket: kept.basket.slice(0, size), item: kept.item.slice(0, size) };
  return { pairs, basketCount, several, over };
}
