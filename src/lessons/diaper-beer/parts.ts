import type { Counts } from './counts.ts';
import * as measures from '../../mining/measures.ts';

/** The three figures of a rule; NaN where nothing can be divided. */
export interface Figures {
  support: number;
  confidence: number;
  lift: number;
}

export function figures({ n, a, c, s }: Counts): Figures {
  return {
    support: measures.support(s, a, c, n),
    confidence: measures.confidence(s, a, c, n),
    lift: measures.lift(s, a, c, n),
  };
}

/**
 * How the lift of all baskets stands to that of the two parts: `reversed` on the other side of 1 than both (Simpson's
 * paradox), `overstated` above both, `understated` below both, `between` them; `few` where a part gives no lift.
 */
export type Pattern = 'reversed' | 'overstated' | 'understated' | 'between' | 'few';

export function pattern(whole: Counts, parts: readonly Counts[]): Pattern {
  const lift = figures(whole).lift;
  const lifts = parts.map((part) => figures(part).lift);
  if (parts.length < 2 || ![lift, ...lifts].every(Number.isFinite)) return 'few';
  if (lift > 1 ? lifts.every((one) => one <= 1) : lift < 1 && lifts.every((one) => one >= 1))
    return 'reversed';
  if (lifts.every((one) => one < lift)) return 'overstated';
  return lifts.every((one) => one > lift) ? 'understated' : 'between';
}

/** Whether the two products attract each other in one part and avoid each other in the other. */
export function opposite(parts: readonly Counts[]): boolean {
  const lifts = parts.map((part) => figures(part).lift);
  return lifts.some((lift) => lift > 1) && lifts.some((lift) => lift < 1);
}

/** Baskets with both, over those expected if the two were independent within each part: a lift that compares like with like. */
export function liftWithinParts(parts: readonly Counts[]): number {
  const both = parts.reduce((sum, { s }) => sum + s, 0);
  return both / parts.reduce((sum, { n, a, c }) => sum + (a * c) / n, 0);
}
