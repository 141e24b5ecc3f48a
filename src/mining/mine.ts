import { basketCount, type Baskets } from './baskets.ts';
import type { Parents } from './family.ts';
import type { Itemsets } from './itemsets.ts';
import { prepare } from './prepare.ts';
import { Projection } from './projection.ts';
import { Search } from './search.ts';

export interface MineOptions {
  /** An itemset is frequent when at least so many baskets hold it; less than 1 means 1. See `minCount` in threshold.ts. */
  minCount: number;
  /** The largest size of interest; unlimited by default. */
  maxSize?: number;
  /** How many itemsets to return at most. */
  maxItemsets: number;
  /** No itemset holds an item and a parent of it. */
  parents?: Parents | undefined;
}

export interface Mined {
  /** Every itemset that at least `minCount` baskets hold. */
  itemsets: Itemsets;
  /** The count asked for or, when `complete` is false, the lowest at which no more than `maxItemsets` are frequent. */
  minCount: number;
  /** False when more than `maxItemsets` reach the count asked for. */
  complete: boolean;
  /** How many itemsets were found; when `complete` is false, a lower bound on those that reach the count asked for. */
  found: number;
  /** The number of baskets, empty ones included. */
  basketCount: number;
}

/**
 * All frequent itemsets of the baskets, of every size, with exact counts. Depth first over projected databases with
 * equal transactions merged (Uno, Kiyomi & Arimura, LCM ver. 2, FIMI 2004); see search.ts.
 * `onProgress` is told how much of `total` is done, about a hundred times.
 */
export function mine(
  baskets: Baskets,
  options: MineOptions,
  onProgress?: (done: number, total: number) => void,
): Mined {
  const asked = Math.max(1, Math.ceil(options.minCount));
  const root = new Projection();
  prepare(baskets, asked, root);
  const search = new Search(root, { ...options, minCount: asked }, basketCount(baskets), baskets.itemCount);
  search.run(onProgress);
  const { minCount, found } = search.collector;
  return {
    itemsets: search.collector.finish(),
    minCount,
    complete: minCount === asked,
    found,
    basketCount: basketCount(baskets),
  };
}
