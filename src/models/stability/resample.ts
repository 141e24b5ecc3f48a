import { seeded } from '../random.ts';
import type { Scheme } from './schemes.ts';

export interface ResampleOptions {
  /** How many times as many customers are drawn, with replacement, as there are. */
  draws: number;
  seed: number;
}

/** How well one segment is found again in shops drawn at random from this one (Hennig 2007). */
export interface Recovery {
  /** Mean over the draws of the largest Jaccard similarity with a segment of the draw; null for an empty segment. */
  jaccard: number | null;
  /** Draws that hold anybody of it, those where it was dissolved (at most .5) and those where it was found (at least .75). */
  draws: number;
  dissolved: number;
  found: number;
}

const DISSOLVED = 0.5;
const FOUND = 0.75;

/**
 * Draws customers, puts them into segments anew and compares with the segments of all, over the customers that were drawn
 * and each once. doi 10.1016/j.csda.2006.11.025
 */
export function resample(
  segment: Scheme,
  customers: number,
  segments: number,
  { draws, seed }: ResampleOptions,
  onProgress?: (done: number, total: number) => void,
): Recovery[] {
  const original = new Int32Array(customers);
  segment(new Int32Array(customers).fill(1), original);
  const anew = new Int32Array(customers);
  const weights = new Int32Array(customers);
  const random = seeded(seed);
  const sums = new Float64Array(segments);
  const recoveries = Array.from({ length: segments }, () => ({ draws: 0, dissolved: 0, found: 0 }));
  for (let draw = 0; draw < draws; draw++) {
    weights.fill(0);
    for (let i = 0; i < customers; i++) weights[Math.floor(random() * customers)]!++;
    segment(weights, anew);
    const drawn = (i: number) => weights[i]! > 0;
    largestJaccard(original, anew, segments, drawn).forEach((jaccard, k) => {
      if (Number.isNaN(jaccard)) return;
      const recovery = recoveries[k]!;
      sums[k]! += jaccard;
      recovery.draws += 1;
      if (jaccard <= DISSOLVED) recovery.dissolved += 1;
      if (jaccard >= FOUND) recovery.found += 1;
    });
    onProgress?.(draw + 1, draws);
  }
  return recoveries.map((one, k) => ({ ...one, jaccard: one.draws ? sums[k]! / one.draws : null }));
}

/**
 * For each segment of `before`, the largest Jaccard similarity |A ∩ B| ÷ |A ∪ B| with one of `after`, over the members that
 * count; NaN where it has none. Members in no segment have −1.
 */
export function largestJaccard(
  before: Int32Array,
  after: Int32Array,
  segments: number,
  counts: (member: number) => boolean,
): Float64Array {
  const both = new Int32Array(segments * segments);
  const [inBefore, inAfter] = [new Int32Array(segments), new Int32Array(segments)];
  for (let i = 0; i < before.length; i++) {
    if (!counts(i)) continue;
    const [a, b] = [before[i]!, after[i]!];
    if (a >= 0) inBefore[a]!++;
    if (b >= 0) inAfter[b]!++;
    if (a >= 0 && b >= 0) both[a * segments + b]!++;
  }
  return Float64Array.from({ length: segments }, (_, a) => {
    if (!inBefore[a]) return NaN;
    let most = 0;
    for (let b = 0; b < segments; b++) {
      const shared = both[a * segments + b]!;
      most = Math.max(most, shared / (inBefore[a]! + inAfter[b]! - shared));
    }
    return most;
  });
}
