import type { Candidates } from './candidates.ts';
import type { FisherTest } from './fisher.ts';
import type { Itemsets } from './itemsets.ts';

/** The largest p at which an item of the antecedent counts as doing something. */
export const LEVEL = 0.05;

/** For each place of a rule, 1 or 0; see candidates.ts for what a place is. */
export interface Simpler {
  /**
   * The rule is better than every simpler one: its confidence is greater than with any items left out of its antecedent, all
   * of them too; and for each item x of it, among the baskets with the others, those with x hold the consequent more often
   * than chance explains, one-sided Fisher p ≤ .05 (productivity and its test: Webb 2007).
   */
  productive: Uint8Array;
  /** An item can be left out of the antecedent and the same baskets hold it, so the shorter rule says all (closure). */
  redundant: Uint8Array;
}

/** Holds every rule against the simpler ones made of its items. */
export function simpler(
  itemsets: Itemsets,
  basketCount: number,
  { antecedents, singles }: Candidates,
  fisher: FisherTest,
): Simpler {
  const { counts, starts, items } = itemsets;
  const productive = new Uint8Array(items.length);
  const redundant = new Uint8Array(items.length);
  /** The best confidence of the rule and all simpler ones. */
  const best = new Float64Array(items.length);
  for (const set of bySize(itemsets)) {
    const start = starts[set]!;
    const end = starts[set + 1]!;
    const s = counts[set]!;
    for (let p = start; p < end; p++) {
      const a = counts[antecedents[p]!]!;
      const c = counts[singles[p]!]!;
      let rival = c / basketCount;
      for (let left = start; left < end && end - start > 2; left++) {
        if (left === p) continue;
        const place = without(starts, antecedents, start, p, left);
        rival = Math.max(rival, best[place]!);
        if (counts[antecedents[place]!] === a) redundant[p] = 1;
      }
      best[p] = Math.max(rival, s / a);
      if (s / a <= rival) continue;
      let holds = end - start > 2 || fisher(s, a, c, basketCount) <= LEVEL;
      for (let left = start; left < end && end - start > 2 && holds; left++) {
        if (left === p) continue;
        const others = antecedents[without(starts, antecedents, start, p, left)]!;
        holds = fisher(s, a, counts[antecedents[left]!]!, counts[others]!) <= LEVEL;
      }
      if (holds) productive[p] = 1;
    }
  }
  return { productive, redundant };
}

/** The place of the rule at `p`, in the set that starts at `start`, with the item at `left` left out of its antecedent. */
function without(
  starts: Int32Array,
  antecedents: Int32Array,
  start: number,
  p: number,
  left: number,
): number {
  return starts[antecedents[left]!]! + (p - start) - (p > left ? 1 : 0);
}

/** The numbers of the sets of two items or more, the smaller sets first. */
function bySize({ starts, counts }: Itemsets): Int32Array {
  const size = (set: number) => starts[set + 1]! - starts[set]!;
  return Int32Array.from(counts.keys())
    .filter((set) => size(set) > 1)
    .sort((one, other) => size(one) - size(other));
}
