import { basketCount, type Baskets } from './baskets.ts';
import { sortRange } from './collector.ts';
import type { Projection } from './projection.ts';

/** From this length on the built-in sort wins over insertion. */
const LONG = 32;

/** Fills `into` with the baskets, reduced to the items that at least `minCount` baskets hold. */
export function prepare(baskets: Baskets, minCount: number, into: Projection): void {
  const counts = itemCounts(baskets);
  const frequent = Int32Array.from(counts.keys()).filter((item) => counts[item]! >= minCount);
  frequent.sort((a, b) => counts[a]! - counts[b]! || a - b);
  const ranks = new Int32Array(baskets.itemCount).fill(-1);
  frequent.forEach((item, rank) => (ranks[item] = rank));

  into.reset(frequent.length, basketCount(baskets), baskets.items.length);
  frequent.forEach((item, rank) => {
    into.codes[rank] = item;
    into.counts[rank] = counts[item]!;
  });
  const { offsets, items } = baskets;
  const { transactions } = into;
  const seen = new Int32Array(frequent.length).fill(-1);
  for (let basket = 0; basket < offsets.length - 1; basket++) {
    const start = into.end;
    let end = start;
    for (let p = offsets[basket]!; p < offsets[basket + 1]!; p++) {
      const rank = ranks[items[p]!]!;
      if (rank < 0 || seen[rank] === basket) continue;
      seen[rank] = basket;
      transactions[end++] = rank;
    }
    if (end - start > LONG) transactions.subarray(start, end).sort();
    else sortRange(transactions, start, end);
    into.close(end, 1);
  }
  into.index();
}

/** For each item, the number of baskets that hold it. */
function itemCounts({ offsets, items, itemCount }: Baskets): Int32Array {
  const counts = new Int32Array(itemCount);
  const seen = new Int32Array(itemCount).fill(-1);
  for (let basket = 0; basket < offsets.length - 1; basket++) {
    for (let p = offsets[basket]!; p < offsets[basket + 1]!; p++) {
      const item = items[p]!;
      if (seen[item] === basket) continue;
      seen[item] = basket;
      counts[item]!++;
    }
  }
  return counts;
}
