import { shuffleBaskets } from '../../mining/shuffle.ts';
import { minCount as countFor } from '../../mining/threshold.ts';
import { LEVEL } from '../../mining/productive.ts';
import type { Rules } from '../../mining/rules.ts';
import type { Pairs } from '../../mining/work.ts';
import { type PairCodes, pairRule, survey, type Survey } from './survey.ts';

/** What a rule must reach to be shown: a number of baskets, a share of 1, and a lift it must exceed. */
export interface Thresholds {
  minCount: number;
  confidence: number;
  lift: number;
}

export interface ChanceRule {
  /** Item codes. */
  antecedent: number[];
  consequent: number;
  baskets: number;
  lift: number;
}

/** What a search finds, and what of it stands closer tests. */
export interface Findings {
  /** Rules in at least `minCount` baskets: all of them were looked at, so all are corrected for. */
  searched: number;
  /** Above the `minCount` asked for where more was found than can be kept. */
  minCount: number;
  /** Rules that reach the thresholds. */
  shown: number;
  /** Those of them whose p, adjusted by Holm for all rules searched, is at most 0.05. */
  standing: number;
  /** Those of them that are believable; see `judge`. */
  believable: number;
  /** The rule of highest lift among those shown. */
  strongest: ChanceRule | null;
  /** Whether the rule between the two products asked about is believable. */
  own: boolean;
}

/** What is searched, and for what. */
export interface Search {
  pairs: Pairs;
  /** The number of a shuffle, or null for the baskets as they are. */
  seed: number | null;
  thresholds: Thresholds;
  /** Codes of the products to look out for. */
  own: PairCodes;
}

/** Searches the baskets as they are, or shuffled by a seed. */
export function findings({ pairs, seed, thresholds, own }: Search): Findings {
  const surveyed = survey(seed === null ? pairs : shuffleBaskets(pairs, seed), thresholds.minCount);
  const { rules, evidence } = surveyed;
  const ownRule = pairRule(surveyed, own);
  let shown = 0;
  let standing = 0;
  let believable = 0;
  let strongest = -1;
  for (let rule = 0; rule < rules.counts.length; rule++) {
    if (!reaches(rules, rule, thresholds)) continue;
    shown++;
    standing += Number(evidence.pHolm[rule]! <= LEVEL);
    believable += evidence.believable[rule]!;
    if (strongest < 0 || lift(rules, rule) > lift(rules, strongest)) strongest = rule;
  }
  return {
    searched: rules.found,
    minCount: surveyed.minCount,
    shown,
    standing,
    believable,
    strongest: strongest < 0 ? null : ruleOf(surveyed, strongest),
    own: ownRule >= 0 && evidence.believable[ownRule] === 1,
  };
}

/** Whether a rule reaches all thresholds; confidence is compared in whole baskets. */
export function reaches(
  rules: Rules,
  rule: number,
  { minCount, confidence, lift: above }: Thresholds,
): boolean {
  const s = rules.counts[rule]!;
  return (
    s >= minCount && s >= countFor(confidence, rules.antecedentCounts[rule]!) && lift(rules, rule) > above
  );
}

export function lift(rules: Rules, rule: number): number {
  const { counts, antecedentCounts, consequentCounts, basketCount } = rules;
  return (counts[rule]! * basketCount) / (antecedentCounts[rule]! * consequentCounts[rule]!);
}

function ruleOf({ itemsets, rules, codes }: Survey, rule: number): ChanceRule {
  const { starts, items } = itemsets;
  const set = rules.antecedents[rule]!;
  return {
    antecedent: Array.from(items.subarray(starts[set], starts[set + 1]), (item) => codes[item]!),
    consequent: codes[rules.consequents[rule]!]!,
    baskets: rules.counts[rule]!,
    lift: lift(rules, rule),
  };
}
