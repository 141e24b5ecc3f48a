import { seeded, shuffle } from './random.ts';

/**
 * How often labels dealt out at random separate the values, by the sum of squares between their classes, as well as the
 * real ones do: (1 + how often) ÷ (1 + `deals`). Classes are counted from 0; rows with the label −1 are left out.
 */
export function permutationP(
  values: Float64Array,
  labels: Int32Array,
  classes: number,
  { deals, seed }: { deals: number; seed: number },
): number {
  const known = values.filter((_, row) => labels[row]! >= 0);
  const dealt = labels.filter((label) => label >= 0);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const apart = known.map((value) => value - mean);
  const real = between(apart, dealt, classes);
  const random = seeded(seed);
  let reached = 0;
  for (let deal = 0; deal < deals; deal++)
    if (between(apart, shuffle(dealt, random), classes) >= real * (1 - 1e-12)) reached++;
  return (1 + reached) / (1 + deals);
}

/** The sum of squares between the classes, of values whose mean is 0. */
function between(values: Float64Array, labels: Int32Array, classes: number): number {
  const sums = new Float64Array(classes);
  const counts = new Int32Array(classes);
  for (let row = 0; row < values.length; row++) {
    sums[labels[row]!]! += values[row]!;
    counts[labels[row]!]!++;
  }
  return sums.reduce((total, sum, k) => (counts[k] ? total + sum ** 2 / counts[k]! : total), 0);
}
