import { type Random, seeded } from '../../models/random.ts';
import { type Counts, estimate, type Offer } from './estimate.ts';

const DRAWS = 1000;
const SEED = 20;
/** What every kind of order counts for before any was seen (Jeffreys). */
const PRIOR = 0.5;

/**
 * Counts as another stretch of the same shop might have shown them, drawn from what these leave uncertain: the shares of
 * orders with both, with only one and with neither from a Dirichlet distribution, the shares bought later from beta
 * distributions, each with half an order added (Jeffreys). Prices, costs and the assumed uptake stay. The same counts give
 * the same draws.
 */
export function drawCounts(counts: Counts): Counts[] {
  const random = seeded(SEED);
  const { all_baskets, baskets, first_only, second_only } = counts;
  const neither = Math.max(0, all_baskets - baskets - first_only - second_only);
  return Array.from({ length: DRAWS }, () => {
    const weights = [baskets, first_only, second_only, neither].map((count) => gamma(count + PRIOR, random));
    const each = all_baskets / weights.reduce((sum, weight) => sum + weight, 0);
    return {
      ...counts,
      baskets: weights[0]! * each,
      first_only: weights[1]! * each,
      second_only: weights[2]! * each,
      first_later: beta(counts.first_later, counts.first_watched, random),
      second_later: beta(counts.second_later, counts.second_watched, random),
    };
  });
}

/** The middle 95 % of what the offer leaves over in the draws, by margin where costs are known, else by revenue. */
export function netRange(draws: readonly Counts[], offer: Offer): { low: number; high: number } {
  const nets = draws.map((counts) => {
    const { margin, revenue } = estimate(counts, offer);
    return (margin ?? revenue).net;
  });
  nets.sort((a, b) => a - b);
  const at = (share: number) => nets[Math.round(share * (nets.length - 1))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/** So many of `tries` as a share drawn for `hits` of them makes. */
function beta(hits: number, tries: number, random: Random): number {
  if (!tries) return 0;
  const yes = gamma(hits + PRIOR, random);
  return (tries * yes) / (yes + gamma(tries - hits + PRIOR, random));
}

/** A draw of the gamma distribution of this shape and scale 1 (Marsaglia and Tsang 2000). */
function gamma(shape: number, random: Random): number {
  if (shape < 1) return gamma(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A draw of the standard normal distribution (Box and Muller 1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
