import { call } from '../../engine/sql.ts';

export const WHO = ['customers', 'products'] as const;
export const MEASURES = ['revenue', 'amount', 'units', 'orders', 'lines'] as const;

/** Whose concentration, of what. */
export interface ConcentrationOf {
  /** 'customers' by default. */
  who?: (typeof WHO)[number] | undefined;
  /** 'revenue' by default. */
  measure?: (typeof MEASURES)[number] | undefined;
  /** For products: count what was bought without a customer; true by default. */
  guests?: boolean | undefined;
  /** For products: keep postage and fees; false by default. */
  fees?: boolean | undefined;
}

/** Where the ABC classes end, as shares of the total: 0.8 and 0.95 by default. */
export interface ParetoOptions extends ConcentrationOf {
  a?: number | undefined;
  b?: number | undefined;
}

export interface ConcentrationOptions extends ParetoOptions {
  /** The tail is what ranks beyond this, 100 by default. */
  k?: number | undefined;
}

export const CONCENTRATION_DEFAULTS = {
  who: 'customers',
  measure: 'revenue',
  guests: true,
  fees: false,
  a: 0.8,
  b: 0.95,
  k: 100,
} as const satisfies ConcentrationOptions;

/** A customer or product with more than 0 of the measure. Shares are parts of 1. */
export interface ParetoRow {
  rank: number;
  id: string;
  label: string | null;
  value: number;
  share: number;
  cumulative_share: number;
  abc: 'A' | 'B' | 'C';
}

/** A point of the Lorenz curve, smallest first: convex, from (0, 0) to (1, 1). */
export interface LorenzRow {
  entity_share: number;
  value_share: number;
}

/** Figures of those with more than 0; `excluded` counts the others. All but the counts are null when there is nobody. */
export interface ConcentrationRow {
  n: number;
  total: number;
  /** Gini coefficient of the population: 0 when all bring the same, (n − 1) / n when one brings all. */
  gini: number | null;
  /** Share of the total of the top 1 %, of which a part counts when 1 % is not a whole number. */
  top_1: number | null;
  top_5: number | null;
  top_10: number | null;
  top_20: number | null;
  top_50: number | null;
  /** How many, largest first, bring 50 % of the total. */
  reach_50: number | null;
  reach_50_share: number | null;
  reach_80: number | null;
  reach_80_share: number | null;
  reach_90: number | null;
  reach_90_share: number | null;
  a_count: number;
  b_count: number;
  c_count: number;
  a_share: number;
  b_share: number;
  c_share: number;
  /** Those that rank beyond `k`, and what they bring. */
  tail_count: number;
  tail_share: number;
  excluded: number;
  excluded_value: number;
}

export interface TopShareRow {
  entity_share: number;
  /** `entity_share` of all, not rounded. */
  entities: number;
  value_share: number | null;
}

/** One `ParetoRow` per customer or product, largest first. */
export function paretoSql(options: ParetoOptions = {}): string {
  return `FROM ${call('pareto', { ...options })}`;
}

/** The Lorenz curve in `points` (200) equal steps, or one for each customer or product when there are fewer. */
export function lorenzSql(options: ConcentrationOf & { points?: number | undefined } = {}): string {
  return `FROM ${call('lorenz', { ...options })}`;
}

/** One `ConcentrationRow`. */
export function concentrationSql(options: ConcentrationOptions = {}): string {
  return `FROM ${call('concentration', { ...options })}`;
}

/** One `TopShareRow`: what the top `x` (0 to 1) bring. */
export function topShareSql(x: number, options: ConcentrationOf = {}): string {
  return `FROM ${call('top_share', { x, ...options })}`;
}

/** One row `value_share, entities, entity_share`: how many it takes to bring `y` (0 to 1). */
export function reachSql(y: number, options: ConcentrationOf = {}): string {
  return `FROM ${call('reach', { y, ...options })}`;
}
