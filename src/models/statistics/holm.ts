/**
 * Holm's step-down adjustment with weights (Holm 1979, section 4): `p[i]` counts against the share `weights[i]` of the
 * level, all weights adding up to 1. Calling true whatever comes out at most .05 makes any false claim at all in at most 5 %
 * of cases, whatever the tests have to do with each other. Equal weights give the ordinary adjustment.
 */
export function weightedHolm(p: readonly number[], weights: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((i, j) => p[i]! / weights[i]! - p[j]! / weights[j]!);
  const adjusted = new Array<number>(p.length);
  let left = weights.reduce((sum, weight) => sum + weight, 0);
  let largest = 0;
  for (const i of order) {
    largest = Math.max(largest, Math.min(1, (left * p[i]!) / weights[i]!));
    adjusted[i] = largest;
    left = Math.max(0, left - weights[i]!);
  }
  return adjusted;
}
