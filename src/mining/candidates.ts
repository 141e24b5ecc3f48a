import type { Itemsets } from './itemsets.ts';
import { ItemsetLookup } from './lookup.ts';

/**
 * Every rule A → {c} that the itemsets give, A not empty. A rule is known by the place where c stands among the items of
 * A ∪ {c}: both columns are as long as `itemsets.items`, and −1 at the places of single items.
 */
export interface Candidates {
  /** The number of the itemset A. */
  antecedents: Int32Array;
  /** The number of the itemset {c}. */
  singles: Int32Array;
  /** How many rules there are. */
  count: number;
}

/** The itemsets must hold the subsets of each of them, as those from `mine` do. */
export function candidates(itemsets: Itemsets): Candidates {
  const { starts, items } = itemsets;
  const lookup = new ItemsetLookup(itemsets);
  const antecedents = new Int32Array(items.length).fill(-1);
  const singles = new Int32Array(items.length).fill(-1);
  const single = new Map<number, number>();
  let count = 0;
  for (let set = 0; set + 1 < starts.length; set++) {
    const start = starts[set]!;
    const end = starts[set + 1]!;
    if (end - start < 2) continue;
    lookup.subsets(set, antecedents.subarray(start, end));
    for (let p = start; p < end; p++) {
      const item = items[p]!;
      let own = single.get(item);
      if (own === undefined) single.set(item, (own = lookup.single(item)));
      singles[p] = own;
    }
    count += end - start;
  }
  return { antecedents, singles, count };
}
