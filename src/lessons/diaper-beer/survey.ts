import { basketsFromPairs } from '../../mining/baskets.ts';
import { numberCodes } from '../../mining/codes.ts';
import { mine } from '../../mining/mine.ts';
import { type Evidence, judge } from '../../mining/judge.ts';
import type { Rules } from '../../mining/rules.ts';
import type { Itemsets } from '../../mining/itemsets.ts';
import type { Pairs } from '../../mining/work.ts';

/** Rules of more items are not looked at in the lesson. */
export const LARGEST_RULE = 3;
const MAX_ITEMSETS = 100_000;

/** A rule between two products, by their codes. */
export interface PairCodes {
  left: number;
  right: number;
}

/** Every rule of up to three products in at least `minCount` baskets; items are numbers of `codes`. */
export interface Survey {
  basketCount: number;
  minCount: number;
  itemsets: Itemsets;
  rules: Rules;
  /** What speaks for each rule; there is no hold-out in it. */
  evidence: Evidence;
  /** For each item, the code it has in the pairs. */
  codes: Int32Array;
}

export interface PairedSurvey extends Survey {
  /** The believable pair of highest leverage, in its more confident direction; see `surveyWithPair`. */
  best: (PairCodes & { believable: boolean }) | null;
}

/** Mines the pairs; when more itemsets are found than can be kept, `minCount` is higher than the one asked for. */
export function survey(pairs: Pairs, minCount: number): Survey {
  const { numbers: item, codes: itemCodes } = numberCodes(pairs.item);
  const numbered = { basket: pairs.basket, item };
  const baskets = basketsFromPairs(pairs.basket, item);
  const mined = mine(baskets, { minCount, maxSize: LARGEST_RULE, maxItemsets: MAX_ITEMSETS });
  const { itemsets, basketCount } = mined;
  const options = { minConfidence: 0, maxRules: LARGEST_RULE * MAX_ITEMSETS, pairs: numbered, parts: null };
  const { rules, evidence } = judge(itemsets, basketCount, options);
  return { basketCount, minCount: mined.minCount, itemsets, rules, evidence, codes: itemCodes };
}

/** The survey with the pair a lesson can best be held on; where no pair is believable, the one most often together. */
export function surveyWithPair(pairs: Pairs, minCount: number): PairedSurvey {
  const surveyed = survey(pairs, minCount);
  const { rules: found, itemsets, codes, evidence } = surveyed;
  const { believable } = evidence;
  const single = singles(itemsets);
  let best: { rule: number; rank: readonly number[] } | null = null;
  for (let rule = 0; rule < found.counts.length; rule++) {
    const set = found.antecedents[rule]!;
    if (single[set]! < 0) continue;
    const [s, a, c] = [found.counts[rule]!, found.antecedentCounts[rule]!, found.consequentCounts[rule]!];
    const strength = believable[rule] ? s * found.basketCount - a * c : s;
    const rank = [believable[rule]!, strength, s / a];
    if (!best || precedes(rank, best.rank)) best = { rule, rank };
  }
  if (!best) return { ...surveyed, best: null };
  return {
    ...surveyed,
    best: {
      left: codes[single[found.antecedents[best.rule]!]!]!,
      right: codes[found.consequents[best.rule]!]!,
      believable: believable[best.rule] === 1,
    },
  };
}

/** For each itemset its item if it holds but one, else −1. */
export function singles({ starts, items }: Itemsets): Int32Array {
  const single = new Int32Array(starts.length - 1);
  for (let set = 0; set < single.length; set++)
    single[set] = starts[set + 1]! - starts[set]! === 1 ? items[starts[set]!]! : -1;
  return single;
}

/** The place of the rule between two products among all rules, −1 where it is too rare to be there. */
export function pairRule({ rules, itemsets, codes }: Survey, { left, right }: PairCodes): number {
  const single = singles(itemsets);
  for (let rule = 0; rule < rules.counts.length; rule++) {
    const item = single[rules.antecedents[rule]!]!;
    if (item >= 0 && codes[item] === left && codes[rules.consequents[rule]!] === right) return rule;
  }
  return -1;
}

/** The codes of the items of the survey, the most frequent first. */
export function frequentItems({ itemsets, codes }: Survey): number[] {
  const single = singles(itemsets);
  const sets = Array.from(single.keys()).filter((set) => single[set]! >= 0);
  sets.sort((one, other) => itemsets.counts[other]! - itemsets.counts[one]!);
  return sets.map((set) => codes[single[set]!]!);
}

function precedes(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((value, i) => value !== other[i]);
  return place >= 0 && one[place]! > other[place]!;
}
