/** What is known of each row by one name: numbers, NaN where unknown, or codes from 0, −1 where unknown. */
export type Feature =
  | { name: string; kind: 'number'; values: Float64Array }
  | { name: string; kind: 'category'; codes: Int32Array; count: number };

/** A feature cut into at most `MOST` bins, in which a tree looks for its splits. Rows of unknown value are in the bin `count`. */
export interface Binned {
  name: string;
  kind: Feature['kind'];
  bins: Uint8Array;
  count: number;
  /** For numbers: `edges[b]` separates the bins up to b, whose values are at most so large, from those after. */
  edges: number[];
  /** Whether any row's value is unknown. */
  gaps: boolean;
}

const MOST = 200;

/**
 * Every different number has a bin of its own where they are few enough; else bins hold about equally many rows. A code
 * is its own bin; codes from `MOST` on count as unknown.
 */
export function binned(feature: Feature): Binned {
  const { name, kind } = feature;
  if (kind === 'category') {
    const count = Math.min(feature.count, MOST);
    const bins = Uint8Array.from(feature.codes, (code) => (code >= 0 && code < count ? code : count));
    return { name, kind, bins, count, edges: [], gaps: bins.includes(count) };
  }
  const { values } = feature;
  const uppers = upperValues(values.filter((value) => !Number.isNaN(value)).sort());
  const count = uppers.length;
  const bins = Uint8Array.from(values, (value) =>
    Number.isNaN(value) ? count : firstNotBelow(uppers, value),
  );
  return { name, kind, bins, count, edges: edgesOf(values, uppers), gaps: bins.includes(count) };
}

/** The largest value of each bin, ascending. */
function upperValues(sorted: Float64Array): number[] {
  const different = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (different.length <= MOST) return [...different];
  const ranks = Array.from({ length: MOST }, (_, b) => Math.ceil(((b + 1) * sorted.length) / MOST) - 1);
  return [...new Set(ranks.map((rank) => sorted[rank]!))];
}

/** Between the largest value of each bin and the smallest of the next, the number that is shortest to say. */
function edgesOf(values: Float64Array, uppers: readonly number[]): number[] {
  const lowest = new Float64Array(uppers.length).fill(Infinity);
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const bin = firstNotBelow(uppers, value);
    if (value < lowest[bin]!) lowest[bin] = value;
  }
  return uppers.slice(0, -1).map((upper, b) => roundest(upper, lowest[b + 1]!));
}

/** The number with the fewest digits in [low, high). */
export function roundest(low: number, high: number): number {
  const largest = Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high)))) + 1;
  for (let power = largest; power > largest - 18; power--) {
    for (const part of [1, 0.5, 0.2]) {
      const step = part * 10 ** power;
      const number = Number((Math.ceil(low / step - 1e-12) * step).toPrecision(15));
      if (number >= low && number < high) return number;
    }
  }
  return low;
}

function firstNotBelow(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
