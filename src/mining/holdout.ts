import type { FisherTest } from './fisher.ts';
import { LEVEL } from './productive.ts';

/** Baskets in two parts by their codes, which rise with time: those below `earlier`, and from there on those below `dated`. */
export interface Parts {
  earlier: number;
  /** Baskets from this code on have no date and are in neither part. */
  dated: number;
}

/** In how many baskets of a part are both sides, the antecedent, the consequent, and how many baskets it has. */
export type PartCounts = readonly [s: number, a: number, c: number, n: number];

/** What became of a rule in baskets it was not found in. */
export interface HeldOut {
  /** The earlier part shows the rule: lift above 1, Fisher p ≤ .05. */
  found: boolean;
  /** In the later part. NaN where it lacks one of the sides. */
  lift: number;
  p: number;
  /** Found in the earlier part and, by the same test, in the later; null where the later part is too small to tell. */
  holds: boolean | null;
}

/**
 * Whether a rule that the earlier baskets show is there in the later ones too. The later part is too small for it when even
 * the most baskets with both sides that are possible there would not reach p ≤ .05.
 */
export function holdout(earlier: PartCounts, later: PartCounts, fisher: FisherTest): HeldOut {
  const found = shows(earlier, fisher(...earlier));
  const [s, a, c, n] = later;
  const p = fisher(s, a, c, n);
  const best = fisher(Math.min(a, c), a, c, n);
  const lift = a && c ? (s * n) / (a * c) : NaN;
  return { found, lift, p, holds: found && best > LEVEL ? null : found && shows(later, p) };
}

function shows([s, a, c, n]: PartCounts, p: number): boolean {
  return s * n > a * c && p <= LEVEL;
}
