import { numberCodes } from './codes.ts';

/**
 * Baskets in compressed rows: basket b holds `items[offsets[b]] … items[offsets[b + 1] - 1]`, in any order, each between
 * 0 and `itemCount - 1`. An item that is in a basket twice counts once. Baskets may be empty.
 */
export interface Baskets {
  offsets: Int32Array;
  items: Int32Array;
  itemCount: number;
}

/** Baskets and items numbered anew: `itemCodes[item]` and `basketCodes[basket]` are the codes that came in. */
export interface CodedBaskets extends Baskets {
  itemCodes: Int32Array;
  basketCodes: Int32Array;
}

/**
 * Baskets from two columns of equal length, one row per sold line, in any order. Codes may be any 32-bit integers;
 * baskets and items are numbered in order of first appearance.
 */
export function basketsFromPairs(basket: Int32Array, item: Int32Array): CodedBaskets {
  if (basket.length !== item.length) {
    throw new RangeError(`There are ${basket.length} basket codes but ${item.length} item codes.`);
  }
  const rows = numberCodes(basket);
  const columns = numberCodes(item);
  const offsets = new Int32Array(rows.codes.length + 1);
  for (const row of rows.numbers) offsets[row + 1]!++;
  for (let row = 0; row < rows.codes.length; row++) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice();
  const items = new Int32Array(item.length);
  for (let i = 0; i < item.length; i++) items[next[rows.numbers[i]!]!++] = columns.numbers[i]!;
  return {
    offsets,
    items,
    itemCount: columns.codes.length,
    itemCodes: columns.codes,
    basketCodes: rows.codes,
  };
}

/** The number of baskets, empty ones included. */
export function basketCount(baskets: Baskets): number {
  return baskets.offsets.length - 1;
}
