import type { AttributeRow } from './attributes.ts';

/** Differences less likely than this by chance alone, over all values compared, are called differences. */
const SIGNIFICANCE = 0.05;

/**
 * The values that differ from all others by more than chance explains: the probability of their z, two-sided, times the
 * number of values compared (Bonferroni), is below 5 %. The one that differs most comes first, of two alike the higher.
 */
export function differing(rows: readonly AttributeRow[]): AttributeRow[] {
  const compared = rows.filter((row) => row.z !== null);
  return compared
    .filter((row) => twoSided(row.z!) * compared.length < SIGNIFICANCE)
    .sort((a, b) => Math.abs(b.z!) - Math.abs(a.z!) || b.z! - a.z!);
}

/** The chance that a standard normal variable lies farther from 0 than `z`: erfc by Abramowitz & Stegun 7.1.26. */
export function twoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series = [1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592];
  return series.reduce((sum, term) => sum * t + term, 0) * t * Math.exp(-x * x);
}
