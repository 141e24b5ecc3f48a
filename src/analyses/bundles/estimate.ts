import { FRACTION, type BundleRow } from './bundles.ts';

/** The counts and prices a bundle is worked out from. */
export type Counts = Omit<BundleRow, 'first_id' | 'first_product' | 'second_id' | 'second_product'>;

/** What is offered, and the assumption: the shares of the orders with only the first or only the second that take it. */
export interface Offer {
  /** Off the two prices together, 0–1. */
  discount: number;
  first: number;
  second: number;
}

/** Money over the time of the data. */
export interface Money {
  /** What the added pieces bring, less the discount on the bundles that hold them. */
  won: number;
  /** The discount on orders that held both anyway. */
  given: number;
  /** The added pieces that the same customers would have bought later anyway. */
  cannibalised: number;
  /** won − given − cannibalised. */
  net: number;
}

export interface Estimate {
  /** Orders with both that had one of them before. */
  bundles: number;
  /** The share of all orders with only one that `bundles` is; null when there is none. */
  uptake: number | null;
  revenue: Money;
  /** Null where the cost of either is not known. */
  margin: Money | null;
  /** The uptake from which the bundle pays, at the same proportion of the two directions; null when none does, nor one above 1. */
  breakeven: number | null;
  /** The largest discount that pays at this uptake; below 0 when not even the full price does. */
  largestDiscount: number | null;
}

const Z = 1.959964;

/** The lower end of the Wilson interval (95 %) of a share. */
export function wilsonLower(hits: number, tries: number): number {
  if (tries <= 0) return 0;
  const share = hits / tries;
  const spread = Z * Math.sqrt((share * (1 - share)) / tries + (Z * Z) / (4 * tries * tries));
  return Math.max(0, (share + (Z * Z) / (2 * tries) - spread) / (1 + (Z * Z) / tries));
}

/** The uptake to begin with: a quarter of the cautious end of the share that already holds both. */
export function usualUptake({ baskets, first_only, second_only }: Counts): { first: number; second: number } {
  return {
    first: FRACTION * wilsonLower(baskets, baskets + first_only),
    second: FRACTION * wilsonLower(baskets, baskets + second_only),
  };
}

/** Whether the costs of both are known, so that margins can be told. */
export function hasCosts({ first_cost, second_cost }: Counts): boolean {
  return first_cost !== null && second_cost !== null;
}

/**
 * What the bundle would have brought, one bundle an order. Where both prices are not known all money is 0. Pays is meant by
 * margin where costs are known, else by revenue.
 */
export function estimate(counts: Counts, offer: Offer): Estimate {
  const { baskets, first_only, second_only } = counts;
  const price = { first: counts.first_price ?? 0, second: counts.second_price ?? 0 };
  const reduction = offer.discount * (price.first + price.second);
  const takers = { first: offer.first * first_only, second: offer.second * second_only };
  const bundles = takers.first + takers.second;
  const money = (first: number, second: number): Money => {
    const won = takers.first * (second - reduction) + takers.second * (first - reduction);
    const given = baskets * reduction;
    const cannibalised =
      takers.first * later(counts.first_later, counts.first_watched) * second +
      takers.second * later(counts.second_later, counts.second_watched) * first;
    return { won, given, cannibalised, net: won - given - cannibalised };
  };
  const revenue = money(price.first, price.second);
  const margin = hasCosts(counts)
    ? money(price.first - counts.first_cost!, price.second - counts.second_cost!)
    : null;
  const { won, given, cannibalised, net } = margin ?? revenue;
  const gain = won - cannibalised;
  const alone = first_only + second_only;
  const atNoDiscount = net + reduction * (baskets + bundles);
  const everyDiscount = (price.first + price.second) * (baskets + bundles);
  return {
    bundles,
    uptake: alone ? bundles / alone : null,
    revenue,
    margin,
    breakeven:
      alone && !bundles ? evenly(counts, offer) : gain > 0 ? ((given / gain) * bundles) / alone : null,
    largestDiscount: everyDiscount > 0 ? atNoDiscount / everyDiscount : null,
  };
}

/** The uptake that pays when nobody is assumed to take it: the same in both directions. */
function evenly(counts: Counts, { discount }: Offer): number | null {
  return estimate(counts, { discount, first: 1, second: 1 }).breakeven;
}

/** The share of the orders followed that had the other product later; 0 where none could be followed. */
function later(found: number, watched: number): number {
  return watched ? found / watched : 0;
}
