import type { Itemsets } from './itemsets.ts';
import { ItemsetLookup } from './lookup.ts';
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
  const all = candidates(itemsets, options.minConfidence);
  const kept = mostConfident(all, itemsets, options.maxRules);
  const column = (value: (rule: number) => number) => {
    const values = new Int32Array(kept.length);
    for (let row = 0; row < kept.length; row++) values[row] = value(kept[row]!);
    return values;
  };
  const { counts } = itemsets;
  return {
    antecedents: column((rule) => all.antecedents[rule]!),
    consequents: column((rule) => itemsets.items[all.places[rule]!]!),
    counts: column((rule) => counts[all.sets[rule]!]!),
    antecedentCounts: column((rule) => counts[all.antecedents[rule]!]!),
    consequentCounts: column((rule) => counts[all.singles[rule]!]!),
    basketCount,
    found: all.sets.length,
    complete: kept.length === all.sets.length,
  };
}

/** For each rule, the numbers of A ∪ {c}, A and {c}, and where c stands among the items. */
interface Candidates {
  sets: Int32Array;
  antecedents: Int32Array;
  singles: Int32Array;
  places: Int32Array;
}

function candidates({ counts, starts, items }: Itemsets, minConfidence: number): Candidates {
  const lookup = new ItemsetLookup({ counts, starts, items });
  const sets = new Int32Array(items.length);
  const antecedents = new Int32Array(items.length);
  const singles = new Int32Array(items.length);
  const places = new Int32Array(items.length);
  const subsets = new Int32Array(longest(starts));
  let found = 0;
  for (let set = 0; set < counts.length; set++) {
    const start = starts[set]!;
    const end = starts[set + 1]!;
    if (end - start < 2) continue;
    lookup.subsets(set, subsets);
    for (let p = start; p < end; p++) {
      const antecedent = subsets[p - start]!;
      if (counts[set]! < minCount(minConfidence, counts[antecedent]!)) continue;
      sets[found] = set;
      antecedents[found] = antecedent;
      singles[found] = lookup.single(items[p]!);
      places[found++] = p;
    }
  }
  return {
    sets: sets.slice(0, found),
    antecedents: antecedents.slice(0, found),
    singles: singles.slice(0, found),
    places: places.slice(0, found),
  };
}

/** The rules to keep, in the order found; of equally confident ones the first. */
function mostConfident(
  { sets, antecedents }: Candidates,
  { counts }: Itemsets,
  maxRules: number,
): Int32Array {
  const found = sets.length;
  const confidences = new Float64Array(found);
  for (let rule = 0; rule < found; rule++)
    confidences[rule] = counts[sets[rule]!]! / counts[antecedents[rule]!]!;
  const ranked = found > maxRules ? confidences.slice().sort() : confidences;
  const least = found > maxRules ? (ranked[found - maxRules] ?? Infinity) : 0;
  let ties = maxRules;
  for (let rank = found - 1; rank >= 0 && ranked[rank]! > least; rank--) ties--;
  const kept = new Int32Array(Math.min(found, maxRules));
  for (let rule = 0, row = 0; rule < found; rule++) {
    const value = confidences[rule]!;
    if (value > least || (value === least && ties-- > 0)) kept[row++] = rule;
  }
  return kept;
}

function longest(starts: Int32Array): number {
  let length = 0;
  for (let set = 1; set < starts.length; set++) length = Math.max(length, starts[set]! - starts[set - 1]!);
  return length;
}
