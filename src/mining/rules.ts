import { type Candidates, candidates } from './candidates.ts';
import type { Itemsets } from './itemsets.ts';
import { minCount } from './threshold.ts';

export interface RuleOptions {
  /** The least confidence, as a share. */
  minConfidence: number;
  /** How many rules to return at most. */
  maxRules: number;
}

/** Rules as columns of equal length. With the counts and `basketCount`, measures.ts gives every measure. */
export interface Rules {
  /** The numbers of the itemsets that are the antecedents. */
  antecedents: Int32Array;
  /** The consequents: items. */
  consequents: Int32Array;
  /** How many baskets hold antecedent and consequent, the antecedent, the consequent. */
  counts: Int32Array;
  antecedentCounts: Int32Array;
  consequentCounts: Int32Array;
  basketCount: number;
  /** How many rules reach `minConfidence`. */
  found: number;
  /** False when that is more than `maxRules`: then these are the most confident of them. */
  complete: boolean;
}

/**
 * Every rule A → {c} with A ∪ {c} among the itemsets, A not empty and a confidence of at least `minConfidence`. Confidence
 * is compared in counts: the baskets with both must be at least `minCount(minConfidence, baskets with A)`. The itemsets
 * must hold the subsets of each of them, as those from `mine` do.
 */
export function rules(itemsets: Itemsets, basketCount: number, options: RuleOptions): Rules {
  const all = candidates(itemsets);
  return ruleColumns(itemsets, basketCount, all, confident(itemsets, all, options));
}

/** The rules at some places, as columns; see candidates.ts for what a place is. */
export function ruleColumns(
  itemsets: Itemsets,
  basketCount: number,
  { antecedents, singles }: Candidates,
  { places, found }: Confident,
): Rules {
  const { counts, items } = itemsets;
  const sets = setsOf(itemsets);
  return {
    antecedents: places.map((place) => antecedents[place]!),
    consequents: places.map((place) => items[place]!),
    counts: places.map((place) => counts[sets[place]!]!),
    antecedentCounts: places.map((place) => counts[antecedents[place]!]!),
    consequentCounts: places.map((place) => counts[singles[place]!]!),
    basketCount,
    found,
    complete: places.length === found,
  };
}

/** The places of the rules to keep, ascending, and how many there were to choose from. */
export interface Confident {
  places: Int32Array;
  found: number;
}

/**
 * The rules that reach the least confidence; where they are too many those marked in `preferred`, by place, and the most confident
 * of the others; of equally confident ones the first.
 */
export function confident(
  { counts, starts, items }: Itemsets,
  { antecedents }: Candidates,
  { minConfidence, maxRules }: RuleOptions,
  preferred?: Uint8Array,
): Confident {
  const places = new Int32Array(items.length);
  const ranks = new Float64Array(items.length);
  let found = 0;
  for (let set = 0; set < counts.length; set++) {
    if (starts[set + 1]! - starts[set]! < 2) continue;
    for (let place = starts[set]!; place < starts[set + 1]!; place++) {
      const antecedent = counts[antecedents[place]!]!;
      if (counts[set]! < minCount(minConfidence, antecedent)) continue;
      ranks[found] = counts[set]! / antecedent + (preferred?.[place] ?? 0);
      places[found++] = place;
    }
  }
  if (found <= maxRules) return { places: places.slice(0, found), found };
  const ranked = ranks.slice(0, found).sort();
  const least = ranked[found - maxRules] ?? Infinity;
  let ties = maxRules;
  for (let rank = found - 1; rank >= 0 && ranked[rank]! > least; rank--) ties--;
  let kept = 0;
  for (let rule = 0; rule < found; rule++) {
    const value = ranks[rule]!;
    if (value > least || (value === least && ties-- > 0)) places[kept++] = places[rule]!;
  }
  return { places: places.slice(0, kept), found };
}

/** For each place, the number of its itemset. */
export function setsOf({ starts, items }: Itemsets): Int32Array {
  const sets = new Int32Array(items.length);
  for (let set = 0; set + 1 < starts.length; set++) sets.fill(set, starts[set], starts[set + 1]);
  return sets;
}
