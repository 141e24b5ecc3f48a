/**
 * The smallest whole number of baskets that is at least `share` of `n`: ceil(share · n), at least 1. A product that
 * differs from a whole number only by the rounding of its factors counts as that number, so 0.1 of 30 is 3, not 4.
 */
export function minCount(share: number, n: number): number {
  const product = share * n;
  const nearest = Math.round(product);
  const rounding = 2 * Number.EPSILON * product;
  return Math.max(1, Math.abs(product - nearest) <= rounding ? nearest : Math.ceil(product));
}
