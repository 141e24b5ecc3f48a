import { call, literal } from '../../engine/sql.ts';

/** Which orders the pairs are counted in. */
export interface PairOptions {
  /** In at least so many orders together; 10 by default. */
  min_baskets?: number | undefined;
  /** Orders of more different products are left out as wholesale; 100 by default, null to keep them all. */
  max_items?: number | null | undefined;
}

/** The share of the cautious end of the confidence that is taken for the uptake unless the reader says otherwise. */
export const FRACTION = 0.25;
/** Together more often than chance: at this level after adjusting for all pairs. */
export const LEVEL = 0.05;

/** A pair of products in orders together: see the macro product_pairs. */
export interface PairRow {
  first_id: string;
  first_product: string;
  second_id: string;
  second_product: string;
  baskets: number;
  first_baskets: number;
  second_baskets: number;
  all_baskets: number;
  first_confidence: number;
  second_confidence: number;
  lift: number;
  surplus: number;
  p: number;
  p_adjusted: number;
}

/** What a bundle of a pair would have brought, before what is bought later anyway; margins are null without costs. */
export interface OfferRow {
  first_id: string;
  first_product: string;
  second_id: string;
  second_product: string;
  baskets: number;
  first_only: number;
  second_only: number;
  all_baskets: number;
  lift: number;
  surplus: number;
  p_adjusted: number;
  first_price: number | null;
  second_price: number | null;
  first_cost: number | null;
  second_cost: number | null;
  first_uptake: number;
  second_uptake: number;
  extra_bundles: number;
  extra_revenue: number | null;
  extra_margin: number | null;
  breakeven_uptake: number | null;
}

/** All that one bundle is worked out from: counts of orders, prices and costs of a piece. */
export interface BundleRow {
  first_id: string;
  /** Null where the data have no such product. */
  first_product: string | null;
  second_id: string;
  second_product: string | null;
  all_baskets: number;
  baskets: number;
  first_only: number;
  second_only: number;
  /** Orders with only one whose customer can be followed, and those followed by the other product. */
  first_watched: number;
  first_later: number;
  second_watched: number;
  second_later: number;
  first_price: number | null;
  second_price: number | null;
  first_cost: number | null;
  second_cost: number | null;
  from_date: Date | null;
  to_date: Date | null;
}

/** A product and one that goes with it. */
export interface CompanionRow {
  product_id: string;
  product: string;
  place: number;
  companion_id: string;
  companion: string;
  baskets: number;
  confidence: number;
  lift: number;
  surplus: number;
  p_adjusted: number;
}

/** One `PairRow` per pair, those with most orders beyond chance first. */
export function productPairsSql(options: PairOptions = {}): string {
  return `FROM ${call('product_pairs', { ...options })}`;
}

/** One `OfferRow` per pair, the most promising first; `price_cut` and `fraction` are shares of 1. */
export function bundleOffersSql(
  options: PairOptions & { price_cut?: number; fraction?: number } = {},
): string {
  return `FROM ${call('bundle_offers', { ...options })}`;
}

/** One `BundleRow`. */
export function bundleCountsSql(
  [one, other]: readonly [string, string],
  options: { days?: number; max_items?: number | null | undefined } = {},
): string {
  return `FROM ${call('bundle_counts', { one, other, ...options })}`;
}

/** `CompanionRow`s by product and place. */
export function goesWithSql(options: PairOptions & { companions?: number; min_lift?: number } = {}): string {
  return `FROM ${call('goes_with', { ...options })}`;
}

/** Only pairs found together more often than chance. */
export function beyondChance(rows: string): string {
  return `SELECT * FROM (${rows})\nWHERE lift > 1 AND p_adjusted <= ${literal(LEVEL)}`;
}

/** The pairs with a column `believable`: whether a rule between the two, either way, is believable in the table `rules`. */
export function judgedSql(rows: string): string {
  return `SELECT *, [least(first_product, second_product), greatest(first_product, second_product)] IN (
    SELECT [least(antecedent[1], consequent), greatest(antecedent[1], consequent)] FROM rules
    WHERE believable AND len(antecedent) = 1
  ) AS believable
FROM (${rows})`;
}

/** The companions placed anew, those of a believable rule in the table `rules` first, and up to so many of each. */
export function believableFirstSql(rows: string, companions: number): string {
  return `SELECT * FROM (
  SELECT g.* EXCLUDE (place), (row_number() OVER (
    PARTITION BY g.product_id ORDER BY coalesce(r.believable, false) DESC, g.place
  ))::INTEGER AS place
  FROM (${rows}) g
  LEFT JOIN rules r ON r.antecedent = [g.product] AND r.consequent = g.companion
)
WHERE place <= ${literal(companions)}`;
}

/**
 * One row per product for the field of a shop that says what goes with it: product_id, product, companion_1_id, companion_1
 * and so on to `companions`, empty where a product has fewer.
 */
export function goesWithWideSql(rows: string, companions: number): string {
  const columns = Array.from({ length: companions }, (_, i) => {
    const there = `FILTER (place = ${i + 1})`;
    return `max(companion_id) ${there} AS companion_${i + 1}_id, max(companion) ${there} AS companion_${i + 1}`;
  });
  return `SELECT product_id, max(product) AS product,\n  ${columns.join(',\n  ')}
FROM (${rows})
GROUP BY product_id
ORDER BY product_id`;
}
