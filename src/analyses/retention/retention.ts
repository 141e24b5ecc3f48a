import { call, literal } from '../../engine/sql.ts';

export const PERIODS = ['month', 'week', 'quarter'] as const;
export type Period = (typeof PERIODS)[number];

/** What counts as a purchase: all orders of a day together, or each order. */
export const PURCHASES = ['day', 'order'] as const;
export type PurchaseUnit = (typeof PURCHASES)[number];

/** What repeated purchases are told apart by. */
export const THINGS = ['product', 'category'] as const;
export type Thing = (typeof THINGS)[number];

export interface RetentionOptions {
  /** An attribute as in `customer_groups`; undefined for all customers together. */
  by?: string | undefined;
  /** One day after the last order by default; later orders do not count. */
  as_of?: Date | undefined;
}

/** A cohort so many periods after its first order; shares are parts of 1. */
export interface CohortRow {
  value: string | null;
  /** The first day of the period the customers first bought in. */
  cohort: Date;
  age: number;
  customers: number;
  size: number;
  share: number;
  revenue: number;
  /** What each customer of the cohort had brought by then. */
  cumulative_per_customer: number;
  /** The data cover the period only in part. */
  is_partial: boolean;
}

/** All cohorts together so many periods after the first order. */
export interface AgeRow {
  value: string | null;
  age: number;
  cohorts: number;
  customers: number;
  size: number;
  share: number;
  low: number;
  high: number;
  revenue: number;
  cumulative_per_customer: number;
}

/** The curve of repurchase on a day when it, or those it rests on, changed; `low` and `high` bound 95 %. */
export interface CurveRow {
  value: string | null;
  days: number;
  at_risk: number;
  events: number;
  censored: number;
  share: number;
  /** Null while nobody, or once everybody, has bought again. */
  low: number | null;
  high: number | null;
}

/** Customers who reached a purchase of this number; all but the first two are null for the first. */
export interface FunnelRow {
  order: number;
  customers: number;
  share_of_all: number;
  share_of_previous: number | null;
  low: number | null;
  high: number | null;
  median_days: number | null;
  within_90: number | null;
  within_365: number | null;
}

/** Days between purchases of the shop, a category or a product. */
export interface GapsRow {
  id: string | null;
  name: string | null;
  buyers: number;
  returned: number;
  return_share: number;
  gaps: number;
  quartile_1: number;
  median_days: number;
  quartile_3: number;
  km_median_days: number | null;
}

/** A group and how many customers are in it. */
export interface GroupRow {
  value: string;
  customers: number;
}

/** `GroupRow`s, the largest first, at most `most`. */
export function groupsSql(options: RetentionOptions, most: number): string {
  return `SELECT value, count(*)::INTEGER AS customers
FROM ${call('customer_groups', { ...options })}
GROUP BY value
ORDER BY customers DESC, value
LIMIT ${most}`;
}

/** `CohortRow`s of all customers, or of those of the group `value`. */
export function cohortsSql(
  options: RetentionOptions & { period: Period; value?: string | undefined },
): string {
  const { period, by, value, as_of } = options;
  return `FROM ${call('cohorts', { period, by, value, as_of })}`;
}

/** `AgeRow`s of all customers, or of these groups. */
export function agesSql(
  { period, by, as_of }: RetentionOptions & { period: Period },
  groups?: readonly string[],
): string {
  return `FROM ${call('cohort_ages', { period, by, as_of })}${ofGroups(groups)}`;
}

/** `CurveRow`s of all customers after their purchase number `from_order`, or of these groups. */
export function curveSql(
  { from_order, by, as_of, per }: RetentionOptions & { from_order: number; per: PurchaseUnit },
  groups?: readonly string[],
): string {
  return `FROM ${call('repurchase_curve', { from_order, by, as_of, per })}${ofGroups(groups)}`;
}

/** `FunnelRow`s up to the tenth purchase. */
export function funnelSql(options: { as_of?: Date | undefined; per: PurchaseUnit }): string {
  return `FROM ${call('order_funnel', { ...options })}`;
}

/** `GapsRow`s: one of the shop, or one per category or product with enough gaps. */
export function gapsSql(of: Thing | 'shop', as_of: Date | undefined, min_gaps?: number): string {
  return `FROM ${call('repurchase_gaps', { of, min_gaps, as_of })}`;
}

function ofGroups(groups: readonly string[] | undefined): string {
  return groups ? `\nWHERE "value" IN (${groups.map((one) => literal(one)).join(', ')})` : '';
}
