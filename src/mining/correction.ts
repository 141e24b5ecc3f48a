/**
 * Holm's step-down adjustment (1979) of p-values, for claims: calling true whatever has at most .05 makes any false claim at
 * all in at most 5 % of searches, whatever the tests have to do with each other. The search made `tests` tests, of which `p`
 * holds some, NaN where there is none; the others count as the largest.
 */
export function holm(p: Float64Array, tests: number): Float64Array {
  const sorted = ascending(p);
  let largest = 0;
  return valuesByRank(
    p,
    sorted,
    sorted.map((value, rank) => (largest = Math.max(largest, Math.min(1, (tests - rank) * value)))),
  );
}

/**
 * The q-values of Benjamini and Hochberg (1995), for exploring: of all rules that have at most this q, about this share is
 * chance. `p` and `tests` as for Holm.
 */
export function benjaminiHochberg(p: Float64Array, tests: number): Float64Array {
  const sorted = ascending(p);
  const shares = new Float64Array(sorted.length);
  let smallest = 1;
  for (let rank = sorted.length - 1; rank >= 0; rank--) {
    smallest = Math.min(smallest, (tests * sorted[rank]!) / (rank + 1));
    shares[rank] = smallest;
  }
  return valuesByRank(p, sorted, shares);
}

function ascending(p: Float64Array): Float64Array {
  return p.filter((value) => !Number.isNaN(value)).sort();
}

/** For each p the value at its rank, of equal ones at the first. */
function valuesByRank(p: Float64Array, sorted: Float64Array, values: Float64Array): Float64Array {
  return p.map((value) => {
    let low = 0;
    let high = sorted.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (sorted[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return Number.isNaN(value) ? NaN : values[low]!;
  });
}
