import type { BasketLabelRow } from '../../analyses/basket/basket.ts';
import type { PairIds } from './counts.ts';
import { type PairCodes, type PairedSurvey, singles } from './survey.ts';

/** The two products of the lesson as they are called, by their ids in SQL and by their codes in the miner. */
export interface Pair {
  left: BasketLabelRow;
  right: BasketLabelRow;
  ids: PairIds;
  /** Who chose it: the teacher, the story (diapers and beer are in the data) or the lesson, as the strongest that stands or, when none does, the most frequent. */
  why: 'chosen' | 'story' | 'strongest' | 'frequent';
}

const DIAPERS = /\b(diapers?|nappy|nappies)\b|[纸紙]尿[裤褲]|尿布|尿不[湿濕]/i;
const BEER = /\bbeers?\b|啤酒/i;

/** The pair to study: the labels chosen if both are in the data, else the pair of the story, else the one the survey found. */
export function choosePair(
  labels: readonly BasketLabelRow[],
  chosen: { left: string | null; right: string | null },
  surveyed: PairedSurvey,
): Pair | null {
  const named = (name: string | null) => labels.find(({ label }) => label === name);
  const [left, right] = [named(chosen.left), named(chosen.right)];
  if (left && right && left !== right) return pair(left, right, 'chosen');
  const story = storyPair(labels, surveyed);
  if (story) return pair(...story, 'story');
  const { best } = surveyed;
  return best && pair(labels[best.left]!, labels[best.right]!, best.believable ? 'strongest' : 'frequent');
}

/** The most frequent products called diapers and beer, where enough baskets hold both to be in the survey. */
function storyPair(
  labels: readonly BasketLabelRow[],
  { rules, itemsets, codes }: PairedSurvey,
): [BasketLabelRow, BasketLabelRow] | null {
  const single = singles(itemsets);
  let best: { baskets: number; pair: [BasketLabelRow, BasketLabelRow] } | null = null;
  for (let rule = 0; rule < rules.counts.length; rule++) {
    const item = single[rules.antecedents[rule]!]!;
    if (item < 0 || rules.counts[rule]! <= (best?.baskets ?? 0)) continue;
    const left = labels[codes[item]!]!;
    const right = labels[codes[rules.consequents[rule]!]!]!;
    if (DIAPERS.test(left.label) && BEER.test(right.label))
      best = { baskets: rules.counts[rule]!, pair: [left, right] };
  }
  return best?.pair ?? null;
}

function pair(left: BasketLabelRow, right: BasketLabelRow, why: Pair['why']): Pair {
  return { left, right, ids: { left: left.product_id!, right: right.product_id! }, why };
}

/** The pair's codes, as the miner knows them. */
export function codesOf({ left, right }: Pair): PairCodes {
  return { left: left.item, right: right.item };
}
