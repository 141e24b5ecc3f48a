/**
 * How strongly antecedent A and consequent C belong together, from four counts of baskets: `s` hold both, `a` hold A,
 * `c` hold C, `n` there are (0 < s ≤ a, c ≤ n). Written over whole-number products, so nothing is lost to
 * cancellation. Formulas in TSDoc use the shares supp(X) = count / n.
 */
export type Measure = (s: number, a: number, c: number, n: number) => number;

/** supp(A∪C): the share of baskets that hold both. */
export const support: Measure = (s, _a, _c, n) => s / n;

/** supp(A∪C) / supp(A): the share of baskets with A that hold C too. */
export const confidence: Measure = (s, a) => s / a;

/** supp(A∪C) / (supp(A) supp(C)); 1 when independent (Brin et al. 1997, as interest). */
export const lift: Measure = (s, a, c, n) => (s * n) / (a * c);

/** supp(A∪C) − supp(A) supp(C); 0 when independent (Piatetsky-Shapiro 1991). */
export const leverage: Measure = (s, a, c, n) => (s * n - a * c) / (n * n);

/** (1 − supp(C)) / (1 − confidence); 1 when independent, Infinity when confidence is 1 (Brin et al. 1997). */
export const conviction: Measure = (s, a, c, n) => (s === a ? Infinity : ((n - c) * a) / (n * (a - s)));

/**
 * (supp(A∪C) − supp(A) supp(C)) / max(supp(A∪C)(1 − supp(A)), supp(A)(supp(C) − supp(A∪C))), from −1 to 1; 0 when
 * independent, also where every basket holds A (Zhang 2000).
 */
export const zhang: Measure = (s, a, c, n) => {
  const difference = s * n - a * c;
  return difference === 0 ? 0 : difference / Math.max(s * (n - a), a * (c - s));
};

/** supp(A∪C) / √(supp(A) supp(C)); does not depend on n. */
export const cosine: Measure = (s, a, c) => s / Math.sqrt(a * c);

/** supp(A∪C) / (supp(A) + supp(C) − supp(A∪C)); does not depend on n. */
export const jaccard: Measure = (s, a, c) => s / (a + c - s);

/** ½ (supp(A∪C)/supp(A) + supp(A∪C)/supp(C)); does not depend on n. */
export const kulczynski: Measure = (s, a, c) => (s / a + s / c) / 2;

/** |supp(A) − supp(C)| / (supp(A) + supp(C) − supp(A∪C)): 0 when both sides are equally common (Wu, Chen & Han 2010). */
export const imbalance: Measure = (s, a, c) => Math.abs(a - c) / (a + c - s);
