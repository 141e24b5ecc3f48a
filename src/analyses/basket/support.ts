import type { Itemsets } from '../../mining/itemsets.ts';
import { minCount } from '../../mining/threshold.ts';

/** Itemsets of two items or more that make a first result worth reading: they lead to dozens or hundreds of rules. */
const SETS = 250;
/** Automatic support asks for at least so many baskets. */
const ENOUGH = 5;
const STEP = 1.1;
/** The least support there is. */
export const LEAST_COUNT = 2;
/** Sets of so many items at most are looked at to find the support to begin with. */
export const LARGEST_SET = 3;

/**
 * The support to begin with, in baskets: that of the 250th most frequent itemset of two items or more, but not under five
 * baskets; two when none is in five. `itemsets` are those frequent at `LEAST_COUNT`, or the most frequent of them, up to
 * a size of `LARGEST_SET`.
 */
export function automaticCount({ counts, starts }: Itemsets): number {
  const together = counts.filter((_, set) => starts[set + 1]! - starts[set]! > 1).sort();
  const most = together.at(-1) ?? 0;
  if (most < ENOUGH) return LEAST_COUNT;
  return Math.max(ENOUGH, together[Math.max(0, together.length - SETS)]!);
}

/** The shortest share of 1 that stands for `count` of `n` baskets, so that `minCount(share, n)` is `count` again. */
export function shareOf(count: number, n: number): number {
  for (let digits = 1; digits < 17; digits++) {
    const share = Number((count / n).toPrecision(digits));
    if (minCount(share, n) === count) return share;
  }
  return count / n;
}

/** The numbers of baskets a slider stops at: every one at first, then ten per cent further each time, up to all `n`. */
export function stops(n: number): number[] {
  const counts: number[] = [];
  for (let count = LEAST_COUNT; count < n; count = Math.max(count + 1, Math.round(count * STEP)))
    counts.push(count);
  return [...counts, Math.max(LEAST_COUNT, n)];
}
