import { holm } from '../../mining/correction.ts';
import { fisherTest } from '../../mining/fisher.ts';
import type { Rules } from '../../mining/rules.ts';

/** The level at which a claim stands. */
export const LEVEL = 0.05;

type Counted = Pick<Rules, 'counts' | 'antecedentCounts' | 'consequentCounts' | 'basketCount' | 'found'>;

/**
 * For each rule 1 if it stands when all rules searched are corrected for, else 0: its one-sided Fisher exact p, adjusted by
 * Holm (1979), is at most 0.05.
 */
export function significant(rules: Counted): Uint8Array {
  const { counts, antecedentCounts, consequentCounts, basketCount: n, found } = rules;
  const test = fisherTest(n);
  const p = Float64Array.from(counts, (s, rule) =>
    test(s, antecedentCounts[rule]!, consequentCounts[rule]!, n),
  );
  return Uint8Array.from(holm(p, found), (adjusted) => Number(adjusted <= LEVEL));
}
