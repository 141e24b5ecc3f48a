import { minCount } from '../../mining/threshold.ts';
import { address } from '../../state/address.svelte.ts';
import type { Thresholds } from './chance.ts';
import type { Counts } from './counts.ts';
import { standardThresholds } from './thresholds.ts';
import type { Survey } from './survey.ts';

/** The limits in the address, `support`, `confidence` and `lift`, else those the lesson begins with. */
export function limits(survey: Survey, pair: Counts): Thresholds {
  const standard = standardThresholds(survey, pair);
  const share = address.number('support', 0, 0, 1);
  return {
    minCount: share ? Math.max(survey.minCount, minCount(share, survey.basketCount)) : standard.minCount,
    confidence: address.number('confidence', standard.confidence, 0, 1),
    lift: address.number('lift', standard.lift, 0, 100),
  };
}
