import { shareOf, stops } from '../../analyses/basket/support.ts';
import { minCount } from '../../mining/threshold.ts';
import type { Thresholds } from './chance.ts';
import type { Counts } from './counts.ts';
import { figures } from './parts.ts';
import type { Survey } from './survey.ts';

/** The lesson begins with rules in so many of the baskets, of such a confidence and lift. */
const SUPPORT = 0.003;
const CONFIDENCE = 0.2;
export const LIFT = 1.2;
const CONFIDENCE_STEP = 0.05;

/** The limits a lesson on a pair with these counts begins with: low enough that the pair reaches them. */
export function standardThresholds({ basketCount, minCount: least }: Survey, pair: Counts): Thresholds {
  const wanted = Math.min(minCount(SUPPORT, basketCount), pair.s);
  const { confidence } = figures(pair);
  const reached = Math.floor(confidence / CONFIDENCE_STEP) * CONFIDENCE_STEP;
  return {
    minCount: Math.max(least, wanted),
    confidence: Number.isFinite(reached) ? Math.min(CONFIDENCE, Number(reached.toFixed(2))) : CONFIDENCE,
    lift: LIFT,
  };
}

/** The numbers of baskets the support slider stops at: from the least the survey knows to the most frequent rule, `also` among them. */
export function supportStops({ basketCount, minCount: least, rules }: Survey, also: number): number[] {
  const most = rules.counts.reduce((highest, count) => Math.max(highest, count), least);
  const counts = stops(basketCount).filter((count) => count > least && count < most);
  return [...new Set([least, ...counts, most, also])].sort((one, other) => one - other);
}

/** The address of a number of baskets: null where it is the standard one. */
export function supportOption(count: number, standard: number, basketCount: number): number | null {
  return count === standard ? null : shareOf(count, basketCount);
}
