/** Rows grouped by a value: the groups ascending from 0, equal values in one. */
export interface Groups {
  /** The group of each row. */
  of: Int32Array;
  count: number;
}

/** Groups the rows by their values, the largest first when `descending`. */
export function grouped(values: Float64Array | Int32Array, descending = false): Groups {
  const sorted = Float64Array.from(values).sort();
  const different = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const last = different.length - 1;
  const of = Int32Array.from(values, (value) => {
    const place = find(different, value);
    return descending ? last - place : place;
  });
  return { of, count: different.length };
}

/**
 * The score of each group, 1 to `bins`, when each row counts as often as its weight says: ceil(bins · average rank ÷ n),
 * equal values together.
 */
export function weightedScores(groups: Groups, weights: Int32Array, bins: number): Int32Array {
  const held = new Int32Array(groups.count);
  let n = 0;
  for (let row = 0; row < weights.length; row++) {
    held[groups.of[row]!]! += weights[row]!;
    n += weights[row]!;
  }
  let before = 0;
  return held.map((weight) => {
    const ranks = before + 1 + before + weight;
    before += weight;
    return weight ? Math.floor((bins * ranks + 2 * n - 1) / (2 * n)) : 0;
  });
}

function find(ascending: Float64Array, value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
